package io.orgstead.adapter.http;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The little ASN.1 (DER, X.690) that it takes to put older forms of private keys into PKCS#8, the only one that the JDK
 * reads.
 */
final class Der {

    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int CURVE = 0xA0;
    private static final int LONG_FORM = 0x80;

    private static final byte[] VERSION_0 = {INTEGER, 1, 0};
    private static final byte[] RSA = {
        0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    private static final byte[] EC = {0x06, 0x07, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x02, 0x01};

    private Der() {}

    /** An {@code RSAPrivateKey} of PKCS#1 (RFC 8017, appendix A.1.2) in PKCS#8 (RFC 5958). */
    static byte[] pkcs8OfRsa(byte[] pkcs1) {
        return element(SEQUENCE, VERSION_0, element(SEQUENCE, RSA), element(OCTET_STRING, pkcs1));
    }

    /**
     * An {@code ECPrivateKey} of SEC 1 (RFC 5915) in PKCS#8.
     *
     * @return empty if the key does not name its curve
     * @throws IndexOutOfBoundsException if the bytes are no such key
     */
    static Optional<byte[]> pkcs8OfEc(byte[] sec1) {
        return curveOf(sec1)
                .map(curve -> element(SEQUENCE, VERSION_0, element(SEQUENCE, EC, curve), element(OCTET_STRING, sec1)));
    }

    private static Optional<byte[]> curveOf(byte[] sec1) {
        int at = contentAt(sec1, 0);
        while (at < sec1.length) {
            int content = contentAt(sec1, at);
            int end = content + lengthAt(sec1, at);
            if ((sec1[at] & 0xFF) == CURVE) {
                return Optional.of(Arrays.copyOfRange(sec1, content, end));
            }
            at = end;
        }
        return Optional.empty();
    }

    private static int contentAt(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        return at + 2 + (first < LONG_FORM ? 0 : first - LONG_FORM);
    }

    private static int lengthAt(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        if (first < LONG_FORM) {
            return first;
        }
        int length = 0;
        for (int i = at + 2; i < contentAt(der, at); i++) {
            length = (length << Byte.SIZE) | (der[i] & 0xFF);
        }
        if (length < 0 || length > der.length) {
            throw new IndexOutOfBoundsException(length);
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length < LONG_FORM) {
            element.write(length);
        } else if (length < 1 << Byte.SIZE) {
            element.writeBytes(new byte[] {(byte) (LONG_FORM | 1), (byte) length});
        } else {
            element.writeBytes(new byte[] {(byte) (LONG_FORM | 2), (byte) (length >> Byte.SIZE), (byte) length});
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}
