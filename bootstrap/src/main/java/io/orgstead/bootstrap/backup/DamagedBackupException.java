package io.orgstead.bootstrap.backup;

import java.io.IOException;

/** A file is not a backup, or not a whole one. The message says what is wrong, and quotes nothing of it. */
public final class DamagedBackupException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedBackupException(String message) {
        super(message);
    }
}
