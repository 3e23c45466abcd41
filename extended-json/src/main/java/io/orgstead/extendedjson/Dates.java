package io.orgstead.extendedjson;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Dates as text: ISO 8601 as RFC 3339 has it, to the millisecond. */
final class Dates {

    private static final long FIRST = 0;
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final int NANOS = 1_000_000;
    private static final int LONGEST = 40;

    private Dates() {}

    static long parse(String text, String path) {
        try {
            OffsetDateTime date = OffsetDateTime.parse(text.length() > LONGEST ? "" : text);
            if (date.getNano() % NANOS != 0) {
                throw Refusal.at(path, "$date must not be finer than a millisecond");
            }
            return date.toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            // The JDK's message quotes the text.
            throw Refusal.at(path, "$date must be ISO 8601 text, such as 2024-01-31T12:00:00.000Z, or a $numberLong");
        }
    }

    /**
     * Writes a date.
     *
     * @return empty if it is so early or late that it is written as a number
     */
    static Optional<String> format(long epochMillis) {
        return epochMillis < FIRST || epochMillis > LAST
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(epochMillis).toString());
    }
}
