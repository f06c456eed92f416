package io.homeport.contract.bench;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** Cookies that the application writes itself, and what it says of caching. */
final class CookiePaths {
    private static final String SET_COOKIE = "Set-Cookie";
    private static final String CACHE_CONTROL = "Cache-Control";
    /** More than any container buffers. */
    private static final int LARGE = 200_000;

    private CookiePaths() {}

    static void serve(String way, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (way) {
            case "hand-written" -> response.addHeader(SET_COOKIE, "SESSION=abc; Path=/");
            case "replaced" -> response.setHeader(SET_COOKIE, "SESSION=abc; Path=/");
            case "object" -> response.addCookie(new Cookie("SESSION", "abc"));
            case "late-hand-written" -> {
                OutputStream body = response.getOutputStream();
                response.addHeader(SET_COOKIE, "SESSION=abc; Path=/");
                body.write(new byte[LARGE]);
            }
            case "late-object" -> {
                OutputStream body = response.getOutputStream();
                response.addCookie(new Cookie("SESSION", "abc"));
                body.write(new byte[LARGE]);
            }
            case "removed" -> response.addHeader(SET_COOKIE, "SESSION=; Max-Age=0; Path=/");
            case "other" -> response.addHeader(SET_COOKIE, "colour=blue; Path=/");
            case "not-modified" -> response.setStatus(304);
            case "not-modified-created" -> {
                request.getSession();
                response.setStatus(304);
            }
            case "public-before" -> {
                response.setHeader(CACHE_CONTROL, "public, max-age=60");
                request.getSession();
            }
            case "public-after" -> {
                request.getSession();
                response.setHeader(CACHE_CONTROL, "public, s-maxage=90, max-age=60");
            }
            case "public-added" -> {
                request.getSession();
                response.addHeader(CACHE_CONTROL, "public");
                response.addHeader(CACHE_CONTROL, "max-age=60");
            }
            case "expires" -> {
                request.getSession();
                response.setDateHeader("Expires", 4_000_000_000_000L);
            }
            case "no-store" -> {
                request.getSession();
                response.setHeader(CACHE_CONTROL, response.containsHeader(CACHE_CONTROL) ? "seen" : "no-store");
            }
            default -> response.sendError(404, "no such way");
        }
        if (response.getStatus() == 200 && !response.isCommitted()) {
            ContractServlet.write(response, way);
        }
    }
}
