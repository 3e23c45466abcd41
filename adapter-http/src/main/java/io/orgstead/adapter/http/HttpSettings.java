package io.orgstead.adapter.http;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the HTTP server listens and what it puts up with. Immutable. The heads of requests are limited to 8 KiB; all
 * durations count in milliseconds, and are at least one.
 *
 * @param host the address or host name to listen on
 * @param port the TCP port, 0 to 65535; 0 picks a free one, see {@link HttpAdapter#port()}
 * @param maxConnections the most connections open at once on all ports together; at least 1. Who comes when there are as
 *     many waits to be accepted, and connections are then closed after a second of idleness
 * @param maxBodyBytes the largest request body accepted, in bytes; at least 1. A larger one is refused (413)
 * @param maxBufferedBodyBytes the most bytes of request bodies in memory at once, for all requests together; at least
 *     twice {@code maxBodyBytes}. What does not fit is refused (503); bodies of more than 16 KiB may use three quarters
 * @param trustedProxies the address ranges (CIDR notation, IPv4 or IPv6; a plain address is a range of one) of proxies
 *     whose {@code X-Forwarded-For} is believed
 * @param keepAliveTimeout how long a connection may stay idle between requests, or before it has sent a whole request
 *     head; then it is closed
 * @param headTimeout how long the head of a request, with the TLS handshake if it is the first, may take to arrive, beyond
 *     the time that a connection may be idle before it. A connection that keeps sending, but no whole head, is cut off
 * @param bodyTimeout how long a request body may take to arrive as a whole before the request is given up (408)
 * @param stopTimeout how long {@link HttpAdapter#close()} waits for requests in flight; connections that are idle then are
 *     closed after a tenth of it, or a second
 * @param tls how connections are encrypted; empty for plain HTTP
 * @param cors which web pages of other origins may read answers
 * @param version the version shown at {@code GET /}; any text
 * @param documentation where the documentation is, shown at {@code GET /}
 */
public record HttpSettings(
        String host,
        int port,
        int maxConnections,
        int maxBodyBytes,
        long maxBufferedBodyBytes,
        List<String> trustedProxies,
        Duration keepAliveTimeout,
        Duration headTimeout,
        Duration bodyTimeout,
        Duration stopTimeout,
        Optional<TlsSettings> tls,
        CorsSettings cors,
        String version,
        String documentation) {

    private static final int MAX_PORT = 65_535;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a number is out of its range, a duration is under a millisecond, a proxy's range
     *     is not in CIDR notation, or the redirecting port is the port itself; the message names the setting
     */
    public HttpSettings {
        Objects.requireNonNull(host, "host");
        requirePort(port, "port");
        requireAtLeast(1, maxConnections, "maxConnections");
        requireAtLeast(1, maxBodyBytes, "maxBodyBytes");
        requireAtLeast(2L * maxBodyBytes, maxBufferedBodyBytes, "maxBufferedBodyBytes");
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(AddressRange::parse);
        requirePositive(keepAliveTimeout, "keepAliveTimeout");
        requirePositive(headTimeout, "headTimeout");
        requirePositive(bodyTimeout, "bodyTimeout");
        requirePositive(stopTimeout, "stopTimeout");
        requireOtherPort(tls.map(TlsSettings::redirectPort).orElseGet(OptionalInt::empty), port);
        Objects.requireNonNull(cors, "cors");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(documentation, "documentation");
    }

    private static void requireAtLeast(long least, long number, String name) {
        if (number < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + number);
        }
    }

    static void requirePort(int port, String name) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(name + " must be between 0 and " + MAX_PORT + ", not " + port);
        }
    }

    private static void requireOtherPort(OptionalInt redirectPort, int port) {
        if (port != 0 && redirectPort.equals(OptionalInt.of(port))) {
            throw new IllegalArgumentException("redirectPort must not be the port itself, " + port);
        }
    }

    static void requirePositive(Duration duration, String name) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(name + " must be at least a millisecond, not " + duration);
        }
    }

    /**
     * Starts building from the defaults: 127.0.0.1:8080, 4,096 connections, bodies up to 1 MiB, 64 MiB for all of them, no
     * trusted proxies, 30 seconds of idleness, 10 seconds for a head, 10 seconds for a body, 10 seconds to stop, no TLS, no
     * other origins.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds settings; what is not set keeps its default. Not thread-safe. */
    public static final class Builder {

        private String host = "127.0.0.1";
        private int port = 8080;
        private int maxConnections = 4096;
        private int maxBodyBytes = 1 << 20;
        private long maxBufferedBodyBytes = 64L << 20;
        private List<String> trustedProxies = List.of();
        private Duration keepAliveTimeout = Duration.ofSeconds(30);
        private Duration headTimeout = Duration.ofSeconds(10);
        private Duration bodyTimeout = Duration.ofSeconds(10);
        private Duration stopTimeout = Duration.ofSeconds(10);
        private Optional<TlsSettings> tls = Optional.empty();
        private CorsSettings cors = CorsSettings.closed();
        private String version = "development";
        private String documentation = DocumentationRoutes.PAGE;

        private Builder() {}

        /**
         * Sets the address to listen on.
         *
         * @param value an address or host name
         * @return this
         */
        public Builder host(String value) {
            host = value;
            return this;
        }

        /**
         * Sets the port.
         *
         * @param value 0 to 65535; 0 picks a free one
         * @return this
         */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /**
         * Sets how many connections may be open at once.
         *
         * @param value at least 1
         * @return this
         */
        public Builder maxConnections(int value) {
            maxConnections = value;
            return this;
        }

        /**
         * Sets the memory for request bodies.
         *
         * @param value in bytes, for all requests together; at least twice the largest body
         * @return this
         */
        public Builder maxBufferedBodyBytes(long value) {
            maxBufferedBodyBytes = value;
            return this;
        }

        /**
         * Sets the largest body accepted.
         *
         * @param value in bytes, at least 1
         * @return this
         */
        public Builder maxBodyBytes(int value) {
            maxBodyBytes = value;
            return this;
        }

        /**
         * Sets the proxies whose {@code X-Forwarded-For} is believed.
         *
         * @param ranges in CIDR notation
         * @return this
         */
        public Builder trustedProxies(List<String> ranges) {
            trustedProxies = ranges;
            return this;
        }

        /**
         * Sets how long a connection may be idle outside a request.
         *
         * @param value at least a millisecond
         * @return this
         */
        public Builder keepAliveTimeout(Duration value) {
            keepAliveTimeout = value;
            return this;
        }

        /**
         * Sets how long a whole request head may take, beyond what a connection may be idle before it.
         *
         * @param value at least a millisecond
         * @return this
         */
        public Builder headTimeout(Duration value) {
            headTimeout = value;
            return this;
        }

        /**
         * Sets how long a whole request body may take.
         *
         * @param value at least a millisecond
         * @return this
         */
        public Builder bodyTimeout(Duration value) {
            bodyTimeout = value;
            return this;
        }

        /**
         * Sets how long a stop waits for requests in flight.
         *
         * @param value at least a millisecond
         * @return this
         */
        public Builder stopTimeout(Duration value) {
            stopTimeout = value;
            return this;
        }

        /**
         * Encrypts connections.
         *
         * @param value how
         * @return this
         */
        public Builder tls(TlsSettings value) {
            tls = Optional.of(value);
            return this;
        }

        /**
         * Sets which web pages of other origins may read answers.
         *
         * @param value the origins
         * @return this
         */
        public Builder cors(CorsSettings value) {
            cors = value;
            return this;
        }

        /**
         * Sets the version shown at {@code GET /}.
         *
         * @param value any text
         * @return this
         */
        public Builder version(String value) {
            version = value;
            return this;
        }

        /**
         * Sets where the documentation is, shown at {@code GET /}.
         *
         * @param value a URL or the name of a file
         * @return this
         */
        public Builder documentation(String value) {
            documentation = value;
            return this;
        }

        /**
         * Builds the settings.
         *
         * @return checked settings
         * @throws IllegalArgumentException if a setting is out of its range
         */
        public HttpSettings build() {
            return new HttpSettings(
                    host,
                    port,
                    maxConnections,
                    maxBodyBytes,
                    maxBufferedBodyBytes,
                    trustedProxies,
                    keepAliveTimeout,
                    headTimeout,
                    bodyTimeout,
                    stopTimeout,
                    tls,
                    cors,
                    version,
                    documentation);
        }
    }
}
