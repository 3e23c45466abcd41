package io.orgstead.lifecycle;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.testkit.Documents;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * A process that moves an organization from model to model without end, while it inserts documents, and says so before and after
 * each. Made to be killed. Arguments: where the store is, and the number of the first document.
 */
public final class MoveWorker {

    static final OrganizationName NAME = OrganizationName.parse("acme");

    private MoveWorker() {}

    /** Works until killed. */
    public static void main(String[] args) throws InterruptedException {
        StoreUnderTest store = StoresUnderTest.open(args[0]);
        InstantSource clock = InstantSource.system();
        SecurityAdapters security = World.security(clock);
        OrganizationManagement management = management(store, security, clock);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Organization acme = store.organizations().findByName(NAME).orElseThrow();
        Principal admin = new Principal(acme.adminId(), acme.id(), acme.name(), acme.adminEmail());
        Thread writer = new Thread(() -> write(management, admin, Integer.parseInt(args[1]), out));
        writer.start();
        moveAround(management, out);
    }

    static OrganizationManagement management(StoreUnderTest store, SecurityAdapters security, InstantSource clock) {
        return OrganizationManagement.builder()
                .organizations(store.organizations())
                .admins(store.admins())
                .tenantCollections(store.tenantCollections())
                .organizationData(store.tenantDocuments(), store.tenantIndexes(), store.idempotencyRecords())
                .tenantChanges(store.tenantChanges())
                .passwordHasher(new QuickPasswordHasher())
                .tokenService(security.tokenService())
                .idSource(security.idSource())
                .clock(clock)
                .build();
    }

    private static void write(OrganizationManagement management, Principal admin, int first, PrintStream out) {
        for (int i = first; ; i++) {
            out.println("BEGIN " + i + ";");
            management
                    .organizationData()
                    .orElseThrow()
                    .insert()
                    .insert(admin, new InsertDocuments.Command(List.of(Documents.document("_id", id(i), "n", i))));
            out.println("DONE " + i + ";");
        }
    }

    static String id(int number) {
        return String.format("%08d", number);
    }

    private static void moveAround(OrganizationManagement management, PrintStream out) throws InterruptedException {
        while (true) {
            for (IsolationModel model : IsolationModel.values()) {
                try {
                    management.moveOrganization().orElseThrow().move(NAME, model, progress -> true);
                    out.println("MOVED;");
                } catch (ConflictException claimOfTheOneBefore) {
                    Thread.sleep(10);
                }
            }
        }
    }
}
