package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What incarnations are made of: random, and for those that are no table of a name also the model, so that nobody has to ask the
 * register where to look. That of an organization's own file names the organization as well, as the file does.
 */
final class Incarnations {

    private static final String SHARED = "shared:";

    private static final Pattern OWN = Pattern.compile("database:([0-9a-f]{24})-([0-9a-f]{16})");

    private static final Pattern OWN_FILE = Pattern.compile("([0-9a-f]{24}-[0-9a-f]{16}\\.db)(?:-wal|-shm|-journal)?");

    private Incarnations() {}

    /** The model of a collection. */
    static IsolationModel model(CollectionIncarnation incarnation) {
        if (OWN.matcher(incarnation.value()).matches()) {
            return IsolationModel.DATABASE;
        }
        return incarnation.value().startsWith(SHARED) ? IsolationModel.SHARED : IsolationModel.COLLECTION;
    }

    /** A new one of random bytes in hexadecimal. */
    static CollectionIncarnation of(IsolationModel model, OrganizationId organization, String random) {
        return new CollectionIncarnation(
                switch (model) {
                    case COLLECTION -> random;
                    case DATABASE -> "database:" + organization.value() + '-' + random.substring(0, 16);
                    case SHARED -> SHARED + random;
                });
    }

    /** What the file of an organization's own is called. */
    static String ownFile(CollectionIncarnation incarnation) {
        Matcher parts = OWN.matcher(incarnation.value());
        if (!parts.matches()) {
            throw new IllegalArgumentException("it has no file of its own");
        }
        return parts.group(1) + '-' + parts.group(2) + ".db";
    }

    /** The file of an organization's own that a file in their folder is or belongs to; empty if it is something else. */
    static Optional<String> ownFileOf(String name) {
        Matcher parts = OWN_FILE.matcher(name);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
