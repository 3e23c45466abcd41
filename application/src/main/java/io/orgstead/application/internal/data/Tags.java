package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.DocumentTag;
import io.orgstead.application.usecase.data.TaggedDocument;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.organization.OrganizationId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes tags: the first half of a SHA-256 over the organization's id and the document, type by type. */
final class Tags {

    private static final int BYTES = 16;

    private Tags() {}

    static TaggedDocument tagged(OrganizationId organization, Document document) {
        return new TaggedDocument(document, of(organization, document));
    }

    static DocumentTag of(OrganizationId organization, Document document) {
        MessageDigest digest = sha256();
        ValueDigest values = new ValueDigest(digest);
        values.add(organization.value());
        values.add(document);
        return new DocumentTag(HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
