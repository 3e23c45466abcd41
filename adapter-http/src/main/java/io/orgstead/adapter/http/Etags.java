package io.orgstead.adapter.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags (RFC 9110, sections 8.8.3 and 13.1.2): strong, made of the bytes that they stand for. */
final class Etags {

    private static final int BYTES = 16;
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    private Etags() {}

    static String of(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether {@code If-None-Match} names the tag, by weak comparison, or any tag ({@code *}). */
    static boolean matches(List<String> ifNoneMatch, String etag) {
        return ifNoneMatch.stream().anyMatch(header -> header.strip().equals("*") || names(header, etag));
    }

    private static boolean names(String header, String etag) {
        Matcher tags = ENTITY_TAG.matcher(header);
        while (tags.find()) {
            if (tags.group(1).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
