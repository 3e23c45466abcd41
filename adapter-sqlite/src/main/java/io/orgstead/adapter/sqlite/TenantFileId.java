package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A file with organizations' tables, other than the register's own. */
sealed interface TenantFileId {

    /** What a file is called in its folder, and in messages. Made of digits and letters alone, whatever it is made for. */
    String fileName();

    /** The file for an organization's table among those that several share. */
    static Numbered of(OrganizationId organization) {
        CRC32 checksum = new CRC32();
        checksum.update(organization.value().getBytes(StandardCharsets.UTF_8));
        return new Numbered((int) (checksum.getValue() % TenantFiles.COUNT));
    }

    /** The file that an organization has for itself, by the incarnation of what is in it. */
    static Own ownOf(CollectionIncarnation incarnation) {
        return new Own(Incarnations.ownFile(incarnation));
    }

    /** The file for what an organization has, by the model that its incarnation names. */
    static TenantFileId of(OrganizationId organization, CollectionIncarnation incarnation) {
        return switch (Incarnations.model(incarnation)) {
            case COLLECTION -> of(organization);
            case DATABASE -> ownOf(incarnation);
            case SHARED -> Shared.FILE;
        };
    }

    /**
     * One of those that hold the tables of several organizations.
     *
     * @param number from 0
     */
    record Numbered(int number) implements TenantFileId {
        @Override
        public String fileName() {
            return String.format("%s/%03x.db", StoreFolder.TENANT_FILES, number);
        }
    }

    /**
     * One that a single organization has for itself.
     *
     * @param name without its folder; see {@link Incarnations#ownFile}
     */
    record Own(String name) implements TenantFileId {
        @Override
        public String fileName() {
            return StoreFolder.OWN_FILES + '/' + name;
        }
    }

    /** The one that holds the documents of many organizations in one table. */
    enum Shared implements TenantFileId {
        FILE;

        @Override
        public String fileName() {
            return StoreFolder.TENANT_FILES + "/shared.db";
        }
    }
}
