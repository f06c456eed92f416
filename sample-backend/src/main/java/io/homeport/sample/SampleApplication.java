package io.homeport.sample;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The web application, registered the same way on every server. */
record SampleApplication(NodeName name) implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        context.setRequestCharacterEncoding("UTF-8");
        var servedBy = context.addFilter("served-by", new ServedByFilter(name));
        servedBy.setAsyncSupported(true);
        servedBy.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        addServlets(context);
    }

    private void addServlets(ServletContext context) {
        add(context, new IndexServlet(name), "/");
        add(context, new LoginServlet(name), "/login");
        add(context, new LogoutServlet(), "/logout");
        add(context, new CartServlet(name), "/cart");
        add(context, new DatafeedServlet(name), "/datafeed", "/datafeed/*");
        add(context, new EventsServlet(name), "/events");
        add(context, new UploadServlet(), "/upload");
        add(context, new PingServlet(), "/ping");
    }

    private static void add(ServletContext context, Servlet servlet, String... patterns) {
        ServletRegistration.Dynamic registration =
                context.addServlet(servlet.getClass().getSimpleName(), servlet);
        registration.setAsyncSupported(true);
        registration.addMapping(patterns);
    }
}
