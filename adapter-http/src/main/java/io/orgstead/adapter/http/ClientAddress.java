package io.orgstead.adapter.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * Tells which client a request comes from. {@code X-Forwarded-For} is read from right to left and only as far as each hop
 * is a trusted proxy: what stands further left can be written by anybody.
 */
final class ClientAddress {

    /** An IPv6 client usually has a /64 to itself (RFC 6177), so a whole one counts as one client. */
    private static final int V6_NETWORK_BYTES = 8;

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<AddressRange> trustedProxies;

    ClientAddress(List<String> trustedProxies) {
        this.trustedProxies = trustedProxies.stream().map(AddressRange::parse).toList();
    }

    /** The key of the client that a request comes from. */
    String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED_FOR)));
    }

    /** The same, of a request that never became a servlet's. */
    String of(Request request) {
        return of(Request.getRemoteAddr(request), request.getHeaders().getValuesList("X-Forwarded-For"));
    }

    /**
     * The client's key.
     *
     * @param peer the address at the other end of the connection
     * @param forwardedFor the request's {@code X-Forwarded-For} headers in their order
     * @return an IPv4 address, or the /64 of an IPv6 address
     */
    String of(String peer, List<String> forwardedFor) {
        return client(peer, forwardedFor).map(ClientAddress::key).orElse(peer);
    }

    /** The client's address in full, for the log. */
    String fullOf(Request request) {
        String peer = Request.getRemoteAddr(request);
        if (trustedProxies.isEmpty()) {
            return withoutScope(peer);
        }
        return client(peer, request.getHeaders().getValuesList(FORWARDED_FOR))
                .map(InetAddress::getHostAddress)
                .orElse(peer);
    }

    /** Whether a request comes from this machine, as far as that is certain. */
    boolean isLocal(HttpServletRequest request) {
        List<String> forwardedFor = Collections.list(request.getHeaders(FORWARDED_FOR));
        boolean unseen = request.getHeader("Forwarded") != null
                || (!forwardedFor.isEmpty() && !isTrustedPeer(request.getRemoteAddr()));
        return !unseen
                && client(request.getRemoteAddr(), forwardedFor)
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    private boolean isTrustedPeer(String peer) {
        return IpAddress.parse(withoutScope(peer)).filter(this::isTrusted).isPresent();
    }

    private Optional<InetAddress> client(String peer, List<String> forwardedFor) {
        Optional<InetAddress> connected = IpAddress.parse(withoutScope(peer));
        if (connected.isEmpty()) {
            return connected;
        }
        InetAddress client = connected.get();
        for (String entry : nearestFirst(forwardedFor)) {
            if (!isTrusted(client)) {
                break;
            }
            Optional<InetAddress> before = IpAddress.parseForwarded(entry);
            if (before.isEmpty()) {
                break; // The proxy is known, what it forwards is not: count it for the proxy.
            }
            client = before.get();
        }
        return Optional.of(client);
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }

    private static List<String> nearestFirst(List<String> headers) {
        List<String> entries = new ArrayList<>();
        for (String header : headers) {
            for (String entry : header.split(",", -1)) {
                entries.add(entry.strip());
            }
        }
        Collections.reverse(entries);
        return entries;
    }

    private static String withoutScope(String address) {
        int start = address.startsWith("[") ? 1 : 0;
        int end = address.endsWith("]") ? address.length() - 1 : address.length();
        int percent = address.indexOf('%');
        return address.substring(start, percent < 0 ? end : percent);
    }

    private static String key(InetAddress client) {
        if (!(client instanceof Inet6Address)) {
            return client.getHostAddress();
        }
        byte[] network = Arrays.copyOf(client.getAddress(), client.getAddress().length);
        Arrays.fill(network, V6_NETWORK_BYTES, network.length, (byte) 0);
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an IPv6 address of a wrong length", e);
        }
    }
}
