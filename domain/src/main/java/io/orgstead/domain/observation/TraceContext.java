package io.orgstead.domain.observation;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a distributed trace, as of W3C Trace Context (level 2): what a {@code traceparent} header says.
 *
 * @param traceId the whole trace: 32 lower-case hexadecimal digits, not all zero
 * @param spanId the step in it: 16 lower-case hexadecimal digits, not all zero
 * @param flags the flags, 0 to 255; the lowest bit says that the trace is recorded
 */
public record TraceContext(String traceId, String spanId, int flags) {

    private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    /** Later versions may go on after the flags, this one may not; version ff is none. */
    private static final Pattern HEADER = Pattern.compile(
            "(?!ff)([0-9a-f]{2})-(" + TRACE_ID + ")-(" + SPAN_ID + ")-([0-9a-f]{2})(-.*)?", Pattern.DOTALL);

    private static final int MAX_FLAGS = 0xff;
    private static final int SAMPLED = 0x01;

    /** The flags that this version knows: sampled, and random trace id. */
    private static final int KNOWN_FLAGS = 0x03;

    /** The longest header that is looked at. */
    private static final int MAX_LENGTH = 256;

    /**
     * A place from its parts.
     *
     * @throws InvalidValueException if a part breaks its rule
     */
    public TraceContext {
        if (!TRACE_ID.matcher(traceId).matches()
                || !SPAN_ID.matcher(spanId).matches()
                || flags < 0
                || flags > MAX_FLAGS) {
            throw new InvalidValueException("must have a trace id, a span id and flags as of W3C Trace Context");
        }
    }

    /**
     * Reads a {@code traceparent} header.
     *
     * @param header what was sent, however malformed
     * @return the place; empty if the header has to be taken as absent
     */
    public static Optional<TraceContext> parse(String header) {
        if (header.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches() || (parts.group(1).equals("00") && parts.group(5) != null)) {
            return Optional.empty();
        }
        int flags = Integer.parseInt(parts.group(4), 16) & KNOWN_FLAGS;
        return Optional.of(new TraceContext(parts.group(2), parts.group(3), flags));
    }

    /**
     * Another step of the same trace.
     *
     * @param id the step's span id
     * @return a copy with that id
     */
    public TraceContext at(String id) {
        return new TraceContext(traceId, id, flags);
    }

    /**
     * Whether whoever began the trace records it.
     *
     * @return true if so
     */
    public boolean isSampled() {
        return (flags & SAMPLED) != 0;
    }

    /**
     * The header that says this, in version 00.
     *
     * @return 55 characters
     */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + (flags < 0x10 ? "0" : "") + Integer.toHexString(flags);
    }
}
