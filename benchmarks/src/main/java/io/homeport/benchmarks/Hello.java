package io.homeport.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says hello. */
final class Hello extends HttpServlet {
    static final String PATH = "/hello";

    private static final long serialVersionUID = 1;
    private static final byte[] HELLO = {'h', 'e', 'l', 'l', 'o'};

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setContentLength(HELLO.length);
        response.getOutputStream().write(HELLO);
    }
}
