package io.orgstead.lifecycle;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A process that creates, renames to and fro and deletes organizations without end, a thread for each slot, and says
 * before each operation what it is about to make of the slot, and after it that this is so. Into the collection of every
 * organization it creates it puts a document before it says so. Made to be killed.
 *
 * <p>Argument: where the store is. It is opened when a line has been read from the standard input: a seed and the slots.
 */
public final class LifecycleWorker {

    private final StoreUnderTest store;
    private final OrganizationManagement management;
    private final PrintStream out;

    private LifecycleWorker(StoreUnderTest store, OrganizationManagement management, PrintStream out) {
        this.store = store;
        this.management = management;
        this.out = out;
    }

    /** Works until killed. */
    public static void main(String[] args) throws InterruptedException, IOException {
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            return;
        }
        String[] orders = line.split(";", -1);
        StoreUnderTest store = StoresUnderTest.open(args[0]);
        InstantSource clock = InstantSource.system();
        SecurityAdapters security = World.security(clock);
        LifecycleWorker worker = new LifecycleWorker(
                store,
                OrganizationManagement.builder()
                        .organizations(store.organizations())
                        .admins(store.admins())
                        .tenantCollections(store.tenantCollections())
                        .organizationData(store.tenantDocuments(), store.tenantIndexes(), store.idempotencyRecords())
                        .passwordHasher(new QuickPasswordHasher())
                        .tokenService(security.tokenService())
                        .idSource(security.idSource())
                        .clock(clock)
                        .build(),
                new PrintStream(System.out, true, StandardCharsets.UTF_8));
        List<Thread> threads = new ArrayList<>();
        Arrays.stream(orders).skip(1).map(Slot::decode).forEach(slot -> {
            Random random = new Random(Long.parseLong(orders[0]) + slot.number());
            threads.add(new Thread(() -> worker.workOn(slot, random)));
        });
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        throw new IllegalStateException("the worker should have been killed");
    }

    private void workOn(Slot start, Random random) {
        Slot slot = start;
        while (true) {
            Slot next;
            if (!slot.present()) {
                next = slot.created();
            } else {
                next = switch (random.nextInt(4)) {
                    case 0 -> slot.deleted();
                    case 1 -> slot.movedBack();
                    default -> slot.moved();
                };
            }
            out.println("BEGIN " + next.encode() + ";");
            turn(slot, next);
            out.println("DONE " + next.encode() + ";");
            slot = next;
        }
    }

    private void turn(Slot slot, Slot next) {
        if (!slot.present()) {
            management.createOrganization().create(World.organization(next.name(), next.email()));
            store.putDocument(next.collection());
        } else if (!next.present()) {
            management.deleteOrganization().delete(principal(slot), Optional.empty());
        } else {
            management
                    .updateOrganization()
                    .update(
                            principal(slot),
                            new UpdateOrganization.Command(
                                    Optional.of(OrganizationName.parse(slot.name())),
                                    Optional.of(OrganizationName.parse(next.name())),
                                    Optional.of(EmailAddress.parse(next.email())),
                                    Optional.empty()));
        }
    }

    private Principal principal(Slot slot) {
        LogIn.Result login = management
                .logIn()
                .logIn(new LogIn.Command(EmailAddress.parse(slot.email()), PlaintextPassword.attempt(World.PASSWORD)));
        return management.authorizeRequest().authorize(login.token().reveal());
    }
}
