package io.homeport.agent;

import io.homeport.agent.HookPoint.Argument;
import io.homeport.runtime.Hook;
import java.util.ArrayList;
import java.util.List;

/** What is woven into servlets and filters, whatever they are called, for containers without an adapter of their own. */
final class ServletHooks {
    private ServletHooks() {}

    /**
     * The points of a class; most have none of these methods, and few have all.
     *
     * @param api the API's package, as the names of its classes begin
     */
    static List<HookPoint> of(String api, String type) {
        String arguments = "(L" + api + "ServletRequest;L" + api + "ServletResponse;";
        List<HookPoint> points = new ArrayList<>();
        points.add(served("service" + arguments + ")V", new HookPoint.Nothing()));
        points.add(served("doFilter" + arguments + "L" + api + "FilterChain;)V", new Argument(3)));
        points.add(HookPoint.ofThis("init(L" + api + "ServletConfig;)V", Placement.EXIT, Hook.STARTED));
        points.add(HookPoint.ofThis("init(L" + api + "FilterConfig;)V", Placement.EXIT, Hook.STARTED));
        if (type.equals(api + "GenericServlet")) {
            points.add(HookPoint.ofThis("<init>()V", Placement.EXIT, Hook.STARTING));
        }
        return points;
    }

    private static HookPoint served(String method, HookPoint.Value chain) {
        List<HookPoint.Value> values = List.of(new Argument(0), new Argument(1), new Argument(2), chain);
        return new HookPoint(method, Placement.ENTRY_SERVE, Hook.SERVICE, values);
    }
}
