package io.orgstead.benchmarks.load;

import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.OrganizationManagementBuilder;
import io.orgstead.benchmarks.bare.BareFind;
import io.orgstead.benchmarks.bare.BareServer;
import io.orgstead.benchmarks.bare.SqliteFind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;

/** The embedded store in a folder for temporary files. The bare driver reads a copy. */
final class EmbeddedStore implements Store {

    private static final String FILE = "orgstead.db";

    private final Path folder;

    EmbeddedStore() throws IOException {
        folder = Files.createTempDirectory("orgstead-load-");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path copy() throws IOException {
        Path copy = folder.resolve("copy.db");
        if (!Files.exists(copy)) {
            Files.copy(data().resolve(FILE), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return copy;
    }

    @Override
    public void use(Consumer<OrganizationManagementBuilder> work) throws IOException {
        try (SqliteAdapters sqlite = SqliteAdapters.open(data())) {
            work.accept(OrganizationManagement.builder()
                    .organizations(sqlite.organizations())
                    .admins(sqlite.admins())
                    .tenantCollections(sqlite.tenantCollections()));
        }
        // Now, while no server has it open.
        Files.deleteIfExists(folder.resolve("copy.db"));
        copy();
    }

    @Override
    public Map<String, String> serverSettings() {
        return Map.of("ORGSTEAD_DATA_DIR", data().toString());
    }

    @Override
    public boolean isKeptInMemory() {
        return true;
    }

    @Override
    public BareServer.Kind bareKind() {
        return BareServer.Kind.JAVALIN_SQLITE;
    }

    @Override
    public Map<String, String> bareSettings() throws IOException {
        return Map.of(BareServer.FILE, copy().toString());
    }

    @Override
    public BareFind bareFind() throws IOException {
        return SqliteFind.open(copy());
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
