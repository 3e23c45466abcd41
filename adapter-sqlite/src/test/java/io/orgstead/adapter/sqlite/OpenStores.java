package io.orgstead.adapter.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens stores for a test, and closes them after it. */
final class OpenStores implements AfterEachCallback {

    private final Deque<SqliteStore> opened = new ArrayDeque<>();

    SqliteStore inMemory() {
        return opened(() -> SqliteStore.inMemory(SqliteSettings.defaults()));
    }

    SqliteStore in(Path folder) {
        return in(folder, SqliteSettings.defaults());
    }

    SqliteStore in(Path folder, SqliteSettings settings) {
        return opened(() -> SqliteStore.open(folder, settings));
    }

    private SqliteStore opened(Opener opener) {
        try {
            SqliteStore store = opener.open();
            opened.push(store);
            return store;
        } catch (IOException e) {
            throw new AssertionError("The store must open", e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        opened.forEach(SqliteStore::close);
        opened.clear();
    }

    @FunctionalInterface
    private interface Opener {
        SqliteStore open() throws IOException;
    }
}
