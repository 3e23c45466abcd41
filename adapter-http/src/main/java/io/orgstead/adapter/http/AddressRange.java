package io.orgstead.adapter.http;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** A range of IP addresses in CIDR notation (RFC 4632, RFC 4291). */
final class AddressRange {

    private static final Pattern PREFIX_LENGTH = Pattern.compile("[0-9]{1,3}");

    private final byte[] network;
    private final int prefixLength;

    private AddressRange(byte[] network, int prefixLength) {
        this.network = network;
        this.prefixLength = prefixLength;
    }

    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] network = IpAddress.parse(address)
                .map(InetAddress::getAddress)
                .orElseThrow(() -> new IllegalArgumentException("not an address range in CIDR notation: " + text));
        int bits = network.length * Byte.SIZE;
        int length = slash < 0 ? bits : prefixLength(text.substring(slash + 1), text);
        if (length > bits) {
            throw new IllegalArgumentException("the prefix of " + text + " is longer than its address");
        }
        return new AddressRange(network, length);
    }

    private static int prefixLength(String digits, String text) {
        if (!PREFIX_LENGTH.matcher(digits).matches()) {
            throw new IllegalArgumentException("not an address range in CIDR notation: " + text);
        }
        return Integer.parseInt(digits);
    }

    boolean contains(InetAddress address) {
        byte[] candidate = address.getAddress();
        if (candidate.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((candidate[bit / Byte.SIZE] & mask) != (network[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
