package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.CollectionName;
import java.util.Optional;

/** Takes statements to the file that a collection's table is in, past the ports. */
final class TableFinder {

    private final SqliteStore store;

    TableFinder(SqliteStore store) {
        this.store = store;
    }

    /** Runs in the file that the register says, which for a collection that it does not know is its own. */
    <T> T inFileOf(CollectionName name, Work<T> work) {
        return store.tenants().write(register -> {
            Optional<TenantFileId> file = register.findOne(
                            row -> row.getInt(1),
                            "SELECT coalesce(file, -1) FROM tenant_collections WHERE name = ?",
                            name.value())
                    .flatMap(FileNumbers::file);
            return file.isPresent() ? store.tenantFiles().write(file.get(), register, work) : work.run(register);
        });
    }
}
