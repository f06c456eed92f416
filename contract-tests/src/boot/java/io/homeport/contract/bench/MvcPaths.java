package io.homeport.contract.bench;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Ways to answer by Spring MVC; most make a session first. */
@RestController
public class MvcPaths {
    private static final int LARGE = 200_000;

    @GetMapping("/plain")
    public String plain() {
        return "plain";
    }

    @GetMapping({"/session", "/etag/session"})
    public String session(HttpServletRequest request) {
        return visit(request);
    }

    @GetMapping("/login")
    public String login(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        return visit(request);
    }

    @GetMapping("/callable")
    public Callable<String> callable(HttpServletRequest request) {
        return () -> visit(request);
    }

    @GetMapping("/deferred")
    public DeferredResult<String> deferred(HttpServletRequest request) {
        DeferredResult<String> result = new DeferredResult<>();
        new Thread(() -> result.setResult(visit(request))).start();
        return result;
    }

    @GetMapping("/async-throw")
    public Callable<String> asyncThrow(HttpServletRequest request) {
        return () -> {
            throw new IllegalArgumentException(visit(request));
        };
    }

    @GetMapping("/streaming")
    public ResponseEntity<StreamingResponseBody> streaming(HttpServletRequest request) {
        request.getSession();
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(out -> out.write(filled()));
    }

    @GetMapping("/large")
    public byte[] large(HttpServletRequest request) {
        request.getSession();
        return filled();
    }

    @GetMapping("/text")
    public String text() {
        return "grün ".repeat(2000);
    }

    @GetMapping("/include")
    public void include(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        request.getRequestDispatcher("/mvc/session").include(request, response);
    }

    @GetMapping("/forward")
    public void forward(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        request.getRequestDispatcher("/mvc/session").forward(request, response);
    }

    @GetMapping("/redirect")
    public ResponseEntity<Void> redirect(HttpServletRequest request) {
        request.getSession();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/app/elsewhere")
                .build();
    }

    @GetMapping("/reset")
    public String reset(HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        response.reset();
        return "after reset";
    }

    @GetMapping("/committed")
    public void committed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getOutputStream().write("committed, ".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        try {
            request.getSession();
            response.getOutputStream().write("session made".getBytes(StandardCharsets.UTF_8));
        } catch (IllegalStateException e) {
            response.getOutputStream().write("session refused".getBytes(StandardCharsets.UTF_8));
        }
    }

    @GetMapping("/handled")
    public String handled(HttpServletRequest request) {
        throw new IllegalArgumentException(visit(request));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    public String handle(IllegalArgumentException e) {
        return "handled " + e.getMessage();
    }

    @GetMapping("/uncaught")
    public String uncaught(HttpServletRequest request) {
        throw new IllegalStateException(visit(request));
    }

    @GetMapping("/resource")
    public ResponseEntity<Resource> resource() {
        return ResponseEntity.ok()
                .eTag("v1")
                .lastModified(1_000_000_000_000L)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new ByteArrayResource(filled()));
    }

    @PostMapping("/upload")
    public String upload(@RequestParam("file") MultipartFile file, @RequestParam("note") String note)
            throws IOException {
        return note + ": " + file.getOriginalFilename() + ", " + Arrays.hashCode(file.getBytes());
    }

    @PostMapping("/body")
    public String body(@RequestBody byte[] body) {
        return body.length + " bytes, " + Arrays.hashCode(body);
    }

    private static String visit(HttpServletRequest request) {
        return "visit " + ContractServlet.visit(request.getSession());
    }

    private static byte[] filled() {
        byte[] body = new byte[LARGE];
        for (int i = 0; i < LARGE; i++) {
            body[i] = (byte) ('a' + i % 26);
        }
        return body;
    }
}
