package io.orgstead.application.internal;

import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.installation.MigrationMark.Stage;
import io.orgstead.domain.port.MigrationMarks;

/**
 * The mark of the store that the use cases stand on.
 *
 * @param marks the port
 * @param storeName what the store is called for a person
 */
public record OwnMark(MigrationMarks marks, String storeName) {

    /** Whether the installation is being copied to another store. */
    boolean isSending() {
        return marks.find()
                .map(MigrationMark::stage)
                .filter(Stage.SENDING::equals)
                .isPresent();
    }
}
