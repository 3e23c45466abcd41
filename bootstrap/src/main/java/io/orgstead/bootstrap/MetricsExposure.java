package io.orgstead.bootstrap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the metrics are shown, if anywhere.
 *
 * @param local whether on the API's own port, to programs on the same machine
 * @param own the address of a listener of their own
 */
record MetricsExposure(boolean local, Optional<Address> own) {

    static final MetricsExposure NONE = new MetricsExposure(false, Optional.empty());
    static final MetricsExposure LOCAL = new MetricsExposure(true, Optional.empty());

    private static final int MAX_PORT = 65_535;

    /** What to listen on; port 0 picks a free one. */
    record Address(String host, int port) {}

    /**
     * Reads {@code off}, {@code local} or {@code HOST:PORT}, an IPv6 address in brackets.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static MetricsExposure parse(String text) {
        return switch (text.strip()) {
            case "off" -> NONE;
            case "local" -> LOCAL;
            default -> new MetricsExposure(false, Optional.of(address(text.strip())));
        };
    }

    /** Whether anything has to be measured. */
    boolean isOn() {
        return local || own.isPresent();
    }

    private static Address address(String text) {
        try {
            URI uri = new URI("http://" + text);
            @Nullable String host = uri.getHost();
            if (host != null && uri.getPort() >= 0 && uri.getPort() <= MAX_PORT && isBare(uri)) {
                return new Address(host.replace("[", "").replace("]", ""), uri.getPort());
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be off, local or HOST:PORT", e);
        }
        throw new IllegalArgumentException("must be off, local or HOST:PORT");
    }

    private static boolean isBare(URI uri) {
        return uri.getRawUserInfo() == null
                && uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }
}
