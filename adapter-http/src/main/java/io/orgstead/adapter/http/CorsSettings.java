package io.orgstead.adapter.http;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which web pages of other origins may read answers (Fetch Standard, "CORS protocol"). Immutable.
 *
 * @param origins the origins, exactly as browsers send them; none: no page of another origin may
 */
public record CorsSettings(List<String> origins) {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+])(:[1-9][0-9]{0,4})?");
    private static final Pattern DEFAULT_PORT = Pattern.compile("http:.*:80|https:.*:443");

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a text is no origin that a browser would send; the message names it
     */
    public CorsSettings {
        origins = List.copyOf(origins);
        origins.forEach(CorsSettings::requireOrigin);
    }

    /**
     * Lets no page of another origin read answers.
     *
     * @return settings without origins
     */
    public static CorsSettings closed() {
        return new CorsSettings(List.of());
    }

    boolean isOpen() {
        return !origins.isEmpty();
    }

    /** What a browser would never send would never match, and nobody would see why. */
    private static void requireOrigin(String text) {
        if (!ORIGIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be exact origins as browsers send them, such as https://app.example.com, not " + text);
        }
        if (DEFAULT_PORT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must not name the default port, because browsers leave it out: " + text);
        }
    }
}
