package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonBinary;

/**
 * What the text of an incarnation tells. That of a collection which has a name is the server's own UUID; one without a name is
 * called by its model and a random number, and so never comes again.
 */
final class Incarnations {

    private static final String DATABASE = "database:";
    private static final String SHARED = "shared:";
    private static final Pattern PLACED = Pattern.compile("(" + DATABASE + "|" + SHARED + ")([0-9a-f]{32})");

    private Incarnations() {}

    /** A new one, of a model other than {@code COLLECTION}. */
    static CollectionIncarnation fresh(IsolationModel model) {
        String number = UUID.randomUUID().toString().replace("-", "");
        return new CollectionIncarnation((model == IsolationModel.DATABASE ? DATABASE : SHARED) + number);
    }

    static IsolationModel modelOf(CollectionIncarnation incarnation) {
        Matcher placed = PLACED.matcher(incarnation.value());
        if (!placed.matches()) {
            return IsolationModel.COLLECTION;
        }
        return placed.group(1).equals(DATABASE) ? IsolationModel.DATABASE : IsolationModel.SHARED;
    }

    /** The random number of one that has no name, in hexadecimal. */
    static String numberOf(CollectionIncarnation incarnation) {
        return incarnation.value().substring(incarnation.value().indexOf(':') + 1);
    }

    /** The same in the form in which it stands in every shared document and every key of their indexes. */
    static BsonBinary keyOf(CollectionIncarnation incarnation) {
        return new BsonBinary(HexFormat.of().parseHex(numberOf(incarnation)));
    }
}
