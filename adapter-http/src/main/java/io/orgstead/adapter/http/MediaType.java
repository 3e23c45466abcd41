package io.orgstead.adapter.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The media types that bodies may have: JSON, in UTF-8, as it is; as a patch also under a name of its own. */
final class MediaType {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String MERGE_PATCH = "application/merge-patch+json";

    // Possessive throughout: a header made to be ambiguous costs no more than any other of its length.
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final String PARAMETERS =
            "(?:\\s*+;\\s*+(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?+)*+\\s*+";
    private static final Pattern TYPE =
            Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")(" + PARAMETERS + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_CHARSET =
            Pattern.compile(";\\s*charset=(?!\"?utf-?8\"?(?:\\s*(?:;|$)))", Pattern.CASE_INSENSITIVE);

    private MediaType() {}

    /** Whether a body that came with these {@code Content-Type} headers may be read as one of some types, in UTF-8. */
    static boolean isOneOf(List<String> accepted, List<String> contentTypes) {
        if (contentTypes.size() != 1) {
            return false;
        }
        var type = TYPE.matcher(contentTypes.get(0));
        return type.matches()
                && accepted.contains(type.group(1).toLowerCase(Locale.ROOT))
                && !OTHER_CHARSET.matcher(type.group(2)).find();
    }

    /** Whether a body that came with these {@code Content-Encoding} headers is not encoded. */
    static boolean isIdentity(List<String> contentEncodings) {
        return contentEncodings.stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .allMatch(coding -> coding.isEmpty() || coding.equals("identity"));
    }
}
