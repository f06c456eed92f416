package io.homeport.contract.bench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** Tells what the application sees of a request. */
final class EchoPath {
    private EchoPath() {}

    static void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder seen = new StringBuilder();
        seen.append("method=").append(request.getMethod()).append('\n');
        seen.append("query=").append(request.getQueryString()).append('\n');
        seen.append("body=").append(bytes(request.getInputStream())).append('\n');
        for (Map.Entry<String, String[]> parameter : new TreeMap<>(request.getParameterMap()).entrySet()) {
            seen.append("parameter ")
                    .append(parameter.getKey())
                    .append('=')
                    .append(String.join(",", parameter.getValue()))
                    .append('\n');
        }
        ContractServlet.write(response, seen.toString());
    }

    private static long bytes(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        long bytes = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes += read;
        }
        return bytes;
    }
}
