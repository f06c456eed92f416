package io.homeport.contract;

/** What a web server tells over AJP of the client that it serves. */
record AjpOrigin(String address, boolean secure) {
    static final AjpOrigin LOCAL = new AjpOrigin("127.0.0.1", false);
}
