package io.orgstead.adapter.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one media type that bodies may have: JSON, in UTF-8, as it is. */
final class MediaType {

    static final String JSON = "application/json";

    // Possessive throughout: a header made to be ambiguous costs no more than any other of its length.
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final String PARAMETERS =
            "(?:\\s*+;\\s*+(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?+)*+\\s*+";
    private static final Pattern JSON_TYPE =
            Pattern.compile("\\s*application/json(" + PARAMETERS + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_CHARSET =
            Pattern.compile(";\\s*charset=(?!\"?utf-?8\"?(?:\\s*(?:;|$)))", Pattern.CASE_INSENSITIVE);

    private MediaType() {}

    /** Whether a body that came with these {@code Content-Type} headers may be read as JSON in UTF-8. */
    static boolean isJson(List<String> contentTypes) {
        if (contentTypes.size() != 1) {
            return false;
        }
        var type = JSON_TYPE.matcher(contentTypes.get(0));
        return type.matches() && !OTHER_CHARSET.matcher(type.group(1)).find();
    }

    /** Whether a body that came with these {@code Content-Encoding} headers is not encoded. */
    static boolean isIdentity(List<String> contentEncodings) {
        return contentEncodings.stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .allMatch(coding -> coding.isEmpty() || coding.equals("identity"));
    }
}
