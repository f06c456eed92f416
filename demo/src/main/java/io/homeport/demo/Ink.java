package io.homeport.demo;

/** Colours for a terminal that wants them, nothing for others. */
record Ink(boolean colours) {

    String strong(String text) {
        return in("1", text);
    }

    String good(String text) {
        return in("32", text);
    }

    String odd(String text) {
        return in("33", text);
    }

    String bad(String text) {
        return in("31", text);
    }

    private String in(String code, String text) {
        return colours ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
