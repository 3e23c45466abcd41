package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what the store's calls for each use case take as the organizations become more, and prints the medians. No
 * part of the build, which its name keeps it out of:
 *
 * <pre>./mvnw -pl adapter-sqlite -am -Dtest=ManyOrganizations -Dsurefire.failIfNoSpecifiedTests=false test</pre>
 *
 * <p>With {@code -Dmeasure.layout=one-file} the organizations that are there have their tables in the register's own
 * file, as the first version made them; with {@code database} or {@code shared} all are of that isolation model. The folder is one for temporary files; what it costs to make a write durable
 * there ({@code java.io.tmpdir} names another) is in every figure.
 */
class ManyOrganizations {

    private static final int[] SIZES = {10, 1_000, 5_000, 20_000};
    private static final int REPEATS = 25;
    private static final SqliteSettings PATIENT = new SqliteSettings(Duration.ofHours(1), 4);
    private static final String LAYOUT = System.getProperty("measure.layout", "collection");
    private static final boolean ONE_FILE = LAYOUT.equals("one-file");
    private static final IsolationModel MODEL =
            ONE_FILE ? IsolationModel.COLLECTION : IsolationModel.valueOf(LAYOUT.toUpperCase(Locale.ROOT));

    private final Samples samples = new Samples();
    private final List<Resident> residents = new ArrayList<>();

    @TempDir
    private Path folder;

    /** An organization with everything that belongs to it. */
    private record Resident(Organization organization, Admin admin, CollectionIncarnation incarnation) {}

    @Test
    void printMedians() throws IOException {
        System.out.printf(
                "%13s %9s %9s %9s %9s %9s   (milliseconds)%n",
                "organizations", "create", "rename", "delete", "get", "start");
        for (int size : SIZES) {
            fillUpTo(size);
            measureAt(size);
        }
    }

    private void fillUpTo(int size) throws IOException {
        SqliteStore store = SqliteStore.open(folder, PATIENT);
        try {
            while (residents.size() < size) {
                residents.add(ONE_FILE ? createInOneFile(store) : create(store));
            }
        } finally {
            store.close();
        }
    }

    private void measureAt(int size) throws IOException {
        double[] start = new double[REPEATS];
        double[] create = new double[REPEATS];
        double[] rename = new double[REPEATS];
        double[] delete = new double[REPEATS];
        double[] get = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            SqliteStore[] opened = new SqliteStore[1];
            start[i] = millis(() -> opened[0] = SqliteStore.open(folder, PATIENT));
            opened[0].close();
        }
        SqliteStore store = SqliteStore.open(folder, PATIENT);
        try {
            for (int i = 0; i < REPEATS; i++) {
                // Spread over all that are there, so that no file is open because it was just used.
                int chosen = (int) ((long) i * size / REPEATS);
                Resident resident = residents.get(chosen);
                get[i] = millis(() -> get(store, resident));
                rename[i] = millis(() -> rename(store, resident, "_renamed"));
                rename(store, resident, "");
                delete[i] = millis(() -> delete(store, resident));
                create[i] = millis(() -> residents.set(chosen, create(store)));
            }
        } finally {
            store.close();
        }
        System.out.printf(
                "%13d %9.2f %9.2f %9.2f %9.2f %9.2f%n",
                size, median(create), median(rename), median(delete), median(get), median(start));
    }

    private Resident create(SqliteStore store) {
        Organization organization = samples.active(samples.name());
        Admin admin = samples.admin();
        SqliteTenantCollections collections = collections(store);
        new SqliteOrganizations(store.master()).add(organization);
        CollectionIncarnation incarnation = collections.stage(TenantMarker.of(organization), MODEL);
        new SqliteAdmins(store.master()).add(admin);
        collections.publish(organization.id(), incarnation, organization.collection());
        return new Resident(organization, admin, incarnation);
    }

    private Resident createInOneFile(SqliteStore store) {
        Organization organization = samples.active(samples.name());
        Admin admin = samples.admin();
        String table = organization.collection().value();
        new SqliteOrganizations(store.master()).add(organization);
        new SqliteAdmins(store.master()).add(admin);
        store.tenants().write(session -> {
            TenantTable.named(table).create(session);
            TenantMarker marker = TenantMarker.of(organization);
            TenantRows.own(session, table).insert("id, document", MarkerDocument.id(marker), MarkerDocument.of(marker));
            return session.update(
                    "INSERT INTO tenant_collections (name, incarnation, created_at) VALUES (?, ?, 0)",
                    table,
                    organization.id().value());
        });
        return new Resident(
                organization, admin, new CollectionIncarnation(organization.id().value()));
    }

    private static void get(SqliteStore store, Resident resident) {
        boolean found = new SqliteOrganizations(store.master())
                        .findByName(resident.organization().name())
                        .isPresent()
                && collections(store).isPresent(resident.organization().collection(), resident.incarnation());
        if (!found) {
            throw new AssertionError(resident + " is lost");
        }
    }

    private static void rename(SqliteStore store, Resident resident, String suffix) {
        CollectionName first = resident.organization().collection();
        CollectionName second = new CollectionName(first.value() + "_renamed");
        boolean away = suffix.isEmpty();
        collections(store).rename(away ? second : first, resident.incarnation(), away ? first : second);
    }

    private static void delete(SqliteStore store, Resident resident) {
        collections(store).drop(resident.organization().collection(), resident.incarnation());
        new SqliteAdmins(store.master()).remove(resident.admin().id());
        new SqliteOrganizations(store.master()).remove(resident.organization());
    }

    private static SqliteTenantCollections collections(SqliteStore store) {
        return new SqliteTenantCollections(store.tenants(), store.tenantFiles());
    }

    /** Something that is measured. */
    @FunctionalInterface
    private interface Step {

        void take() throws IOException;
    }

    private static double millis(Step step) throws IOException {
        long begin = System.nanoTime();
        step.take();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
