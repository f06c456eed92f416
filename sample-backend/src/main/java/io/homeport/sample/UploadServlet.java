package io.homeport.sample;

import static io.homeport.sample.Json.member;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** {@code POST /upload}: reads a body of any size in constant memory and answers its length and SHA-256. */
@SuppressWarnings("serial") // Never serialised.
final class UploadServlet extends HttpServlet {

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[16 * 1024];
        long bytes = 0;
        InputStream body = request.getInputStream();
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            digest.update(buffer, 0, read);
            bytes += read;
        }
        String sum = HexFormat.of().formatHex(digest.digest());
        Reply.json(200, member("bytes", bytes), member("sha256", sum)).sendOn(response);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
