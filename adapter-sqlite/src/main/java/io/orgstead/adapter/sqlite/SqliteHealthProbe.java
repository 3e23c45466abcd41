package io.orgstead.adapter.sqlite;

import io.orgstead.domain.port.HealthProbe;

/**
 * Looks whether the databases can be read, whether one could begin to write, and whether their files are still there.
 */
final class SqliteHealthProbe implements HealthProbe {

    private final SqliteStore store;

    SqliteHealthProbe(SqliteStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public void check() {
        store.check();
    }
}
