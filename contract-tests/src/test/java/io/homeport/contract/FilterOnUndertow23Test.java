package io.homeport.contract;

/** The filter on Undertow 2.3 (Servlet 6.0). */
final class FilterOnUndertow23Test extends ServerContract {
    FilterOnUndertow23Test() {
        super(ContainerHost.of(Container.UNDERTOW_2_3, Surface.FILTER));
    }
}
