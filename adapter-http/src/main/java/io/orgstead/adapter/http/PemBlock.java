package io.orgstead.adapter.http;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One block of a PEM file (RFC 7468): its label and its text, still in Base64. What stands between blocks is comment. */
final class PemBlock {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*+(?:-(?!----)[^-]*+)*+)-----END \\1-----");

    private final String label;
    private final String text;

    private PemBlock(String label, String text) {
        this.label = label;
        this.text = text;
    }

    static List<PemBlock> allOf(String pem) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(pem);
        while (matcher.find()) {
            blocks.add(new PemBlock(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    String label() {
        return label;
    }

    /** Encrypted as a whole (PKCS#8), or in the way of RFC 1421, which says so in a header. */
    boolean isEncrypted() {
        return label.equals("ENCRYPTED PRIVATE KEY") || text.contains("ENCRYPTED");
    }

    /**
     * The bytes.
     *
     * @throws IllegalArgumentException if the text is no Base64
     */
    byte[] decoded() {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s+", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is damaged: what stands in it is no Base64", e);
        }
    }
}
