package io.homeport.jetty9;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Reads header fields by their index: a class in 9.4 and an interface from 10 on, so no one class file can call it, and what
 * requests and responses themselves offer allocates an enumeration or an iterator at every question.
 */
final class Jetty9Fields {
    private static final MethodHandle SIZE = find("size", MethodType.methodType(int.class));
    private static final MethodHandle FIELD = find("getField", MethodType.methodType(HttpField.class, int.class));
    private static final MethodHandle OF_RESPONSE = ofResponse();

    private Jetty9Fields() {}

    private static MethodHandle find(String name, MethodType type) {
        try {
            MethodHandle method = MethodHandles.publicLookup().findVirtual(HttpFields.class, name, type);
            return method.asType(method.type().changeParameterType(0, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("HttpFields." + name, e);
        }
    }

    /** What it returns differs by name from 10 on. */
    private static MethodHandle ofResponse() {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(Response.class.getMethod("getHttpFields"))
                    .asType(MethodType.methodType(Object.class, Response.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Response.getHttpFields", e);
        }
    }

    static int size(Request request) {
        try {
            return (int) SIZE.invokeExact((Object) request.getHttpFields());
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static boolean setCookies(Response response) {
        try {
            Object fields = OF_RESPONSE.invokeExact(response);
            for (int i = (int) SIZE.invokeExact(fields) - 1; i >= 0; i--) {
                if (((HttpField) FIELD.invokeExact(fields, i)).getHeader() == HttpHeader.SET_COOKIE) {
                    return true;
                }
            }
            return false;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static HttpField field(Request request, int index) {
        try {
            return (HttpField) FIELD.invokeExact((Object) request.getHttpFields(), index);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Neither method throws anything but what is unchecked. */
    private static IllegalStateException unexpected(Throwable error) {
        return new IllegalStateException(error);
    }
}
