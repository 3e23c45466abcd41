package io.orgstead.adapter.sqlite;

import java.util.Optional;

/** How the register numbers the files that it lists. Files of organizations' own have no numbers: they are told by what is in them. */
final class FileNumbers {

    static final int REGISTER = -1;
    static final int SHARED = -2;

    private FileNumbers() {}

    /**
     * The number of a file.
     *
     * @param file empty for the register's own
     */
    static int of(Optional<TenantFileId> file) {
        return file.map(FileNumbers::of).orElse(REGISTER);
    }

    static int of(TenantFileId file) {
        if (file instanceof TenantFileId.Numbered numbered) {
            return numbered.number();
        }
        if (file instanceof TenantFileId.Shared) {
            return SHARED;
        }
        throw new IllegalArgumentException("the file has no number");
    }

    /** The file of a number; empty for the register's own. */
    static Optional<TenantFileId> file(int number) {
        return switch (number) {
            case REGISTER -> Optional.empty();
            case SHARED -> Optional.of(TenantFileId.Shared.FILE);
            default -> Optional.of(new TenantFileId.Numbered(number));
        };
    }
}
