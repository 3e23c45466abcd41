package io.orgstead.domain.observation;

import io.orgstead.domain.failure.InvalidValueException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A request that was answered, without anything that its sender could have made up: there are as many different ones, but
 * for their duration, as routes, methods and statuses.
 *
 * @param method a method that some route knows, in capitals, or {@value #OTHER}
 * @param route the template of the route, such as {@code /org/data/{id}}, or {@value #UNKNOWN}
 * @param status the status of the answer, 100 to 599
 * @param duration from the request's first byte to the answer's last
 */
public record RequestSummary(String method, String route, int status, Duration duration) {

    /** Any method that no route knows. */
    public static final String OTHER = "other";

    /** Any path without a route. */
    public static final String UNKNOWN = "unknown";

    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,10}|" + OTHER);
    private static final int LOWEST_STATUS = 100;
    private static final int HIGHEST_STATUS = 599;
    private static final int LOWEST_ERROR = 500;

    /**
     * A summary from its parts.
     *
     * @throws InvalidValueException if a part breaks its rule
     */
    public RequestSummary {
        if (!METHOD.matcher(method).matches()
                || !(route.startsWith("/") || route.equals(UNKNOWN))
                || status < LOWEST_STATUS
                || status > HIGHEST_STATUS
                || duration.isNegative()) {
            throw new InvalidValueException("must have a known method, a route's template, a status and a duration");
        }
    }

    /**
     * The first digit of the status.
     *
     * @return {@code 1xx} to {@code 5xx}
     */
    public String statusClass() {
        return status / LOWEST_STATUS + "xx";
    }

    /**
     * Whether the server is to blame.
     *
     * @return true for 5xx
     */
    public boolean isServerError() {
        return status >= LOWEST_ERROR;
    }
}
