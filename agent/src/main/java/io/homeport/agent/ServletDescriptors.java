package io.homeport.agent;

/** The descriptors, in one namespace of the servlet API, of the methods that may be woven. */
final class ServletDescriptors {
    private final BytePattern any;
    private final BytePattern[] each;

    /** @param api the API's package, as the names of its classes begin */
    ServletDescriptors(String api) {
        any = new BytePattern("(L" + api);
        each = new BytePattern[] {
            new BytePattern("(L" + api + "ServletRequest;L" + api + "ServletResponse;"),
            new BytePattern("(L" + api + "ServletConfig;)V"),
            new BytePattern("(L" + api + "FilterConfig;)V")
        };
    }

    /** Whether a class file holds one of them; one pass tells for most classes that it does not. */
    boolean areIn(byte[] bytes) {
        if (!any.isIn(bytes)) {
            return false;
        }
        for (BytePattern descriptor : each) {
            if (descriptor.isIn(bytes)) {
                return true;
            }
        }
        return false;
    }
}
