package io.orgstead.adapter.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses as written in headers and settings, without ever asking a name server. */
final class IpAddress {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    // Only these characters, and a colon among them: InetAddress then either parses it or fails, but resolves nothing.
    private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");
    private static final Pattern V4_WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");
    private static final Pattern V6_IN_BRACKETS = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::[0-9]{1,5})?");

    private IpAddress() {}

    /** Reads a bare address; IPv6 addresses that map an IPv4 one become that. */
    static Optional<InetAddress> parse(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Reads an entry of {@code X-Forwarded-For}, which some proxies write with a port or in brackets. */
    static Optional<InetAddress> parseForwarded(String entry) {
        var bracketed = V6_IN_BRACKETS.matcher(entry);
        if (bracketed.matches()) {
            return parse(bracketed.group(1));
        }
        var withPort = V4_WITH_PORT.matcher(entry);
        return parse(withPort.matches() ? withPort.group(1) : entry);
    }
}
