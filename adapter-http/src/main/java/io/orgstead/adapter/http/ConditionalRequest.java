package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.orgstead.application.usecase.data.DocumentTag;
import io.orgstead.application.usecase.data.Preconditions;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conditions in the headers of a request (RFC 9110, section 13). One that cannot be read is refused, not ignored: whoever
 * sent it wants to be kept from something.
 */
final class ConditionalRequest {

    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*+\"";
    private static final Pattern TAGS = Pattern.compile("\\s*+" + TAG + "(?:\\s*+,\\s*+" + TAG + ")*+\\s*+");
    private static final Pattern EACH = Pattern.compile("(W/)?\"([^\"]*)\"");

    private ConditionalRequest() {}

    /**
     * Reads them.
     *
     * @throws ProblemException (invalid_request) if one is not as it should be
     */
    static Preconditions of(Context ctx) {
        Violations violations = new Violations();
        Preconditions conditions =
                new Preconditions(tags(ctx, IF_MATCH, true, violations), tags(ctx, IF_NONE_MATCH, false, violations));
        violations.throwIfAny();
        return conditions;
    }

    private static Optional<Preconditions.Tags> tags(Context ctx, String name, boolean strong, Violations violations) {
        List<String> headers = Collections.list(ctx.req().getHeaders(name));
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        String all = String.join(",", headers);
        if (all.strip().equals("*")) {
            return Optional.of(Preconditions.Tags.ANY);
        }
        if (!TAGS.matcher(all).matches()) {
            violations.add(name, "must be * or entity tags in double quotes, with commas in between");
        }
        return Optional.of(new Preconditions.Tags(false, each(all, strong)));
    }

    /** A weak tag never matches where tags have to be strong; all of this server's are. */
    private static Set<DocumentTag> each(String all, boolean strong) {
        Set<DocumentTag> tags = new HashSet<>();
        for (Matcher tag = EACH.matcher(all); tag.find(); ) {
            if (!strong || tag.group(1) == null) {
                tags.add(new DocumentTag(tag.group(2)));
            }
        }
        return tags;
    }
}
