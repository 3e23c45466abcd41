package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.TenantMarker;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Runs in a JVM of its own until it is killed, writes all the time, and says a line for each write after it returned.
 * Organization number <i>i</i> of a round is added, settled, gets its admin and its collection, which is renamed, and
 * dropped again if the number is even. The collections are of all isolation models in turn.
 */
final class AcknowledgingWriter {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private final SqliteAdapters adapters;
    private final PrintWriter acknowledged;

    private AcknowledgingWriter(SqliteAdapters adapters, PrintWriter acknowledged) {
        this.adapters = adapters;
        this.acknowledged = acknowledged;
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (SqliteAdapters adapters = SqliteAdapters.open(Path.of(arguments[0]))) {
            AcknowledgingWriter writer = new AcknowledgingWriter(adapters, out);
            int round = Integer.parseInt(arguments[1]);
            for (int number = 0; !out.checkError(); number++) {
                writer.write(round, number);
            }
        } catch (UncheckedIOException e) {
            out.println(e.getMessage());
        }
    }

    static String id(int round, int number) {
        return String.format("%012x%012x", round, number);
    }

    static OrganizationName name(int round, int number) {
        return OrganizationName.parse("round " + round + " number " + number);
    }

    static CollectionName renamed(int round, int number) {
        return new CollectionName(name(round, number).collectionName().value() + "_renamed");
    }

    static IsolationModel model(int number) {
        return switch (number % 3) {
            case 0 -> IsolationModel.COLLECTION;
            case 1 -> IsolationModel.DATABASE;
            default -> IsolationModel.SHARED;
        };
    }

    private void write(int round, int number) {
        String id = id(round, number);
        Organization organization = Organization.provision(
                new OrganizationId(id), name(round, number), admin(id), Operation.begin(new OperationId(id), TIME));
        adapters.organizations().add(organization);
        say("added", number);
        adapters.organizations().replace(organization.settled());
        say("settled", number);
        adapters.admins().add(admin(id));
        say("admin", number);
        CollectionIncarnation incarnation =
                adapters.tenantCollections().stage(TenantMarker.of(organization), model(number));
        if (model(number) != IsolationModel.COLLECTION) {
            say("staged " + incarnation.value(), number);
        }
        adapters.tenantCollections().publish(organization.id(), incarnation, organization.collection());
        say("published", number);
        adapters.tenantCollections().rename(organization.collection(), incarnation, renamed(round, number));
        say("renamed", number);
        if (number % 2 == 0) {
            adapters.tenantCollections().drop(renamed(round, number), incarnation);
            say("dropped", number);
        }
    }

    private static Admin admin(String id) {
        return Admin.provision(
                new AdminId(id),
                new OrganizationId(id),
                OrganizationName.parse("of " + id),
                EmailAddress.parse(id + "@example.com"),
                new PasswordHash("$2b$12$"),
                TIME,
                TIME);
    }

    private void say(String what, int number) {
        acknowledged.println(what + " " + number);
    }
}
