package io.homeport.contract.bench;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A stream of events, each sent when another request asks for it: what comes before that has come unbuffered. */
@RestController
public class EventPaths {
    private final AtomicReference<SseEmitter> listener = new AtomicReference<>();

    @GetMapping("/events")
    public SseEmitter events(HttpServletRequest request) throws IOException {
        request.getSession();
        SseEmitter emitter = new SseEmitter(0L);
        emitter.send("event 0");
        listener.set(emitter);
        return emitter;
    }

    @PostMapping("/events/next")
    public String next(@RequestParam("number") int number) throws IOException {
        listener.get().send("event " + number);
        return "sent " + number;
    }

    @PostMapping("/events/end")
    public String end() {
        listener.get().complete();
        return "ended";
    }
}
