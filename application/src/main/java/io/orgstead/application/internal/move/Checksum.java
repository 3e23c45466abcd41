package io.orgstead.application.internal.move;

import io.orgstead.application.internal.data.ValueDigest;
import io.orgstead.domain.data.Document;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Sums up documents, in whatever order they come: the SHA-256 of each, added up. For use by one thread. */
final class Checksum {

    private final MessageDigest digest;
    private final long[] sum = new long[4];

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(Document document) {
        new ValueDigest(digest).add(document);
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        for (int i = 0; i < sum.length; i++) {
            sum[i] += bytes.getLong();
        }
    }

    /** 64 hexadecimal digits. */
    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(sum.length * Long.BYTES);
        for (long part : sum) {
            bytes.putLong(part);
        }
        return HexFormat.of().formatHex(bytes.array());
    }
}
