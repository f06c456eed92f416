package io.homeport.servlet;

import jakarta.servlet.http.Cookie;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A {@code Set-Cookie} field of ours as the cookie object that a container keeps. */
final class StampCookie {
    /** {@code Cookie.setAttribute} of Servlet 6.0; null where the API is older. */
    private static final @Nullable Method SET_ATTRIBUTE = setAttribute();

    private StampCookie() {}

    private static @Nullable Method setAttribute() {
        try {
            return Cookie.class.getMethod("setAttribute", String.class, String.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** The cookie, or null where it has an attribute that this API cannot write. */
    static @Nullable Cookie of(String setCookie) {
        String[] parts = setCookie.split("; ", -1);
        int equals = parts[0].indexOf('=');
        Cookie cookie = new Cookie(parts[0].substring(0, equals), parts[0].substring(equals + 1));
        for (int i = 1; i < parts.length; i++) {
            if (!isSet(cookie, parts[i])) {
                return null;
            }
        }
        return cookie;
    }

    private static boolean isSet(Cookie cookie, String attribute) {
        int equals = attribute.indexOf('=');
        String name = equals < 0 ? attribute : attribute.substring(0, equals);
        String value = equals < 0 ? "" : attribute.substring(equals + 1);
        switch (name) {
            case "Path" -> cookie.setPath(value);
            case "Domain" -> cookie.setDomain(value);
            case "Max-Age" -> cookie.setMaxAge(Integer.parseInt(value));
            case "Secure" -> cookie.setSecure(true);
            case "HttpOnly" -> cookie.setHttpOnly(true);
            default -> {
                return isSet(cookie, name, value);
            }
        }
        return true;
    }

    private static boolean isSet(Cookie cookie, String name, String value) {
        if (SET_ATTRIBUTE == null) {
            return false;
        }
        try {
            SET_ATTRIBUTE.invoke(cookie, name, value);
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
