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

    /** The cookie; an attribute that this API or container cannot write is left out. */
    static Cookie of(String setCookie) {
        String[] parts = setCookie.split("; ", -1);
        int equals = parts[0].indexOf('=');
        Cookie cookie = new Cookie(parts[0].substring(0, equals), parts[0].substring(equals + 1));
        for (int i = 1; i < parts.length; i++) {
            int sign = parts[i].indexOf('=');
            String name = sign < 0 ? parts[i] : parts[i].substring(0, sign);
            set(cookie, name, sign < 0 ? "" : parts[i].substring(sign + 1));
        }
        return cookie;
    }

    private static void set(Cookie cookie, String name, String value) {
        switch (name) {
            case "Path" -> cookie.setPath(value);
            case "Domain" -> cookie.setDomain(value);
            case "Max-Age" -> cookie.setMaxAge(Integer.parseInt(value));
            case "Secure" -> cookie.setSecure(true);
            case "HttpOnly" -> cookie.setHttpOnly(true);
            default -> setOther(cookie, name, value);
        }
    }

    private static void setOther(Cookie cookie, String name, String value) {
        if (SET_ATTRIBUTE == null) {
            return;
        }
        try {
            SET_ATTRIBUTE.invoke(cookie, name, value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
