package io.orgstead.adapter.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What requests say of compression (RFC 9110, sections 8.4 and 12.5.3). */
final class ContentCoding {

    private static final Pattern ACCEPTED = Pattern.compile(
            "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]++)\\s*+(?:;\\s*+[qQ]\\s*+=\\s*+([01](?:\\.[0-9]{0,3})?)\\s*+)?");

    private ContentCoding() {}

    /** Whether a client takes gzip, by its {@code Accept-Encoding} headers. It has to say so. */
    static boolean acceptsGzip(List<String> acceptEncodings) {
        boolean any = false;
        for (String coding : parts(acceptEncodings)) {
            Matcher accepted = ACCEPTED.matcher(coding);
            if (accepted.matches()) {
                boolean wanted = accepted.group(2) == null || Double.parseDouble(accepted.group(2)) > 0;
                String name = accepted.group(1).toLowerCase(Locale.ROOT);
                if (isGzip(name)) {
                    return wanted;
                }
                any |= name.equals("*") && wanted;
            }
        }
        return any;
    }

    /** Whether a body is compressed with gzip, and nothing else, by its {@code Content-Encoding} headers. */
    static boolean isGzip(List<String> contentEncodings) {
        List<String> codings = parts(contentEncodings).stream()
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        return codings.size() == 1 && isGzip(codings.get(0));
    }

    private static boolean isGzip(String name) {
        return name.equals("gzip") || name.equals("x-gzip");
    }

    private static List<String> parts(List<String> headers) {
        return headers.stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .toList();
    }
}
