package io.orgstead.bootstrap.hostile;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of one request.
 *
 * @param number with the seed it makes the same request again
 * @param operation what it is made from
 * @param asked whether it is one request of HTTP, so that its answer is the last thing on its connection; else nobody knows
 *     what comes
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares requests.
record HostileRequest(long number, String operation, byte[] bytes, boolean asked) {

    /** Whether it is one request of HTTP with a first line that ends where it should: what is hostile may have broken it. */
    boolean isWhole() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return asked && text.lines().findFirst().orElse("").endsWith(" HTTP/1.1");
    }

    boolean isHead() {
        return new String(bytes, 0, Math.min(bytes.length, 5), StandardCharsets.ISO_8859_1).equals("HEAD ");
    }

    /** What a person can read and send again; a token in it is long void. */
    String shown() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 2_000); i++) {
            char c = text.charAt(i);
            shown.append(c == '\n' || (c >= ' ' && c < 0x7f) ? String.valueOf(c) : String.format("\\x%02x", (int) c));
        }
        return shown + (text.length() > 2_000 ? "... (" + text.length() + " bytes)" : "");
    }
}
