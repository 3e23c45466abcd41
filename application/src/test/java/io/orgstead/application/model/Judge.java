package io.orgstead.application.model;

import io.orgstead.application.model.Contents.Collection;
import io.orgstead.application.model.Tenants.Tenant;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.testkit.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says what is wrong with a state. At any moment: names and addresses are unique. At the end, once one more instance has
 * recovered: every organization has its admin and its collection with everything in it, nothing is left over, what there is
 * follows from the operations that were acknowledged, in an order that respects who was told what when, and perhaps some of
 * those that nobody was told of; refused ones did nothing; and every name and address is taken or can be had.
 */
final class Judge {

    private static final int RECOVERER = 0xfe;

    private final Set<Fence> missing;
    private final Map<OrganizationId, Origin> origins = new HashMap<>();
    private final Tenants atFirst;
    private final Map<Contents, Optional<String>> momentary = new HashMap<>();
    private final Map<Contents, Recovered> recovered = new HashMap<>();

    /** What an organization was at the beginning. */
    private record Origin(String name, int documents) {}

    /** What is left once recovery has run, or what is wrong with it. */
    private record Recovered(Tenants tenants, Optional<String> objection) {}

    Judge(Contents start, Set<Fence> missing) {
        this.missing = missing;
        for (Organization organization : start.organizationsInOrder()) {
            int documents = start.open().get(organization.collection()).documents();
            origins.put(organization.id(), new Origin(organization.name().value(), documents));
        }
        this.atFirst = tenants(start);
    }

    Optional<String> objection(State state, Bound bound) {
        Optional<String> leaked = state.broken().map(exception -> "an operation threw " + exception);
        Optional<String> now = leaked.or(() -> momentary.computeIfAbsent(state.contents(), Judge::ambiguous));
        if (now.isPresent() || !state.isEnd()) {
            return now;
        }
        Recovered end = recovered.computeIfAbsent(state.contents(), this::recover);
        return end.objection()
                .or(() -> isExplained(state, end.tenants())
                        ? Optional.empty()
                        : Optional.of("no order of the operations leaves " + end.tenants()))
                .or(() -> undisturbed(state, bound));
    }

    private static Optional<String> ambiguous(Contents contents) {
        Set<CollectionName> names = new HashSet<>();
        Set<EmailAddress> addresses = new HashSet<>();
        for (Organization organization : contents.organizationsInOrder()) {
            for (CollectionName claim : organization.claims()) {
                if (!names.add(claim)) {
                    return Optional.of("two organizations claim " + claim.value());
                }
            }
        }
        for (Admin admin : contents.adminsInOrder()) {
            if (!addresses.add(admin.email())) {
                return Optional.of("two admins have " + admin.email().value());
            }
        }
        return Optional.empty();
    }

    /** Where nothing goes wrong every caller is told the outcome, and somebody who may win wins. */
    private Optional<String> undisturbed(State state, Bound bound) {
        if (state.faults() < bound.faults() || state.leaps() < bound.leaps()) {
            return Optional.empty();
        }
        if (state.unknown() != 0) {
            return Optional.of("a caller was told 503 though nothing went wrong");
        }
        List<Function<Tenants, Optional<Tenants>>> meanings = new ArrayList<>();
        state.instances()
                .forEach(instance -> instance.instance().actions().stream()
                        .limit(1)
                        .forEach(action -> action.meaning().ifPresent(meanings::add)));
        boolean possible =
                meanings.stream().anyMatch(meaning -> meaning.apply(atFirst).isPresent());
        boolean won = false;
        for (int instance = 0; instance < state.instances().size(); instance++) {
            List<Action> actions = state.instances().get(instance).instance().actions();
            for (int operation = 0; operation < actions.size(); operation++) {
                won |= actions.get(operation).meaning().isPresent()
                        && (state.acknowledged() >> state.indexOf(instance, operation) & 1) == 1;
            }
        }
        return possible && !won ? Optional.of("everybody was refused") : Optional.empty();
    }

    private boolean isExplained(State state, Tenants goal) {
        List<Optional<Function<Tenants, Optional<Tenants>>>> meanings = new ArrayList<>();
        state.instances()
                .forEach(progress -> progress.instance().actions().forEach(action -> meanings.add(action.meaning())));
        int changes = 0;
        for (int index = 0; index < meanings.size(); index++) {
            changes |= meanings.get(index).isPresent() ? 1 << index : 0;
        }
        return isReached(state, meanings, atFirst, goal, state.acknowledged() & changes, state.unknown() & changes);
    }

    private static boolean isReached(
            State state,
            List<Optional<Function<Tenants, Optional<Tenants>>>> meanings,
            Tenants now,
            Tenants goal,
            int acknowledged,
            int unknown) {
        if (acknowledged == 0 && now.equals(goal)) {
            return true;
        }
        for (int index = 0; index < meanings.size(); index++) {
            int bit = 1 << index;
            if (((acknowledged | unknown) & bit) != 0 && (state.acknowledgedBefore(index) & acknowledged) == 0) {
                Optional<Tenants> next = meanings.get(index).orElseThrow().apply(now);
                if (next.isPresent()
                        && isReached(state, meanings, next.get(), goal, acknowledged & ~bit, unknown & ~bit)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Recovered recover(Contents contents) {
        ModelStore store = new ModelStore(contents.at(contents.now().plus(Explorer.LEAP)), missing);
        try {
            instance(RECOVERER).core(store).recoverInterrupted().recoverExpired();
            Optional<String> left = leftOver(store.contents());
            if (left.isPresent()) {
                return new Recovered(new Tenants(Set.of()), left);
            }
            Tenants tenants = tenants(store.contents());
            if (!instance(RECOVERER)
                    .core(store)
                    .recoverInterrupted()
                    .recoverAll()
                    .isEmpty()) {
                return new Recovered(tenants, Optional.of("there was more to recover"));
            }
            return new Recovered(tenants, unusable(store, tenants));
        } catch (DomainException refusal) {
            return new Recovered(new Tenants(Set.of()), Optional.of("recovery throws " + refusal));
        }
    }

    private static Instance instance(int number) {
        return new Instance(number, List.of());
    }

    private Optional<String> leftOver(Contents contents) {
        Set<CollectionName> collections = new HashSet<>();
        for (Organization organization : contents.organizationsInOrder()) {
            String name = "organization " + organization.name().value();
            Optional<Admin> admin = Optional.ofNullable(contents.admins().get(organization.adminId()));
            Optional<Collection> collection =
                    Optional.ofNullable(contents.open().get(organization.collection()));
            int documents = Optional.ofNullable(origins.get(organization.id()))
                    .map(Origin::documents)
                    .orElse(1);
            if (organization.status() != OrganizationStatus.ACTIVE) {
                return Optional.of(name + " stays " + organization.status());
            }
            if (admin.filter(found -> found.email().equals(organization.adminEmail())
                            && found.organizationName().equals(organization.name())
                            && found.leaseUntil().isEmpty())
                    .isEmpty()) {
                return Optional.of(name + " has not got its admin: " + admin);
            }
            if (collection
                    .flatMap(Collection::marker)
                    .filter(marker -> marker.organizationId().equals(organization.id()))
                    .isEmpty()) {
                return Optional.of(name + " has not got its collection: " + collection);
            }
            if (collection.get().documents() != documents) {
                return Optional.of(name + " has not got its documents");
            }
            collections.add(organization.collection());
        }
        if (contents.admins().size() != contents.organizations().size()) {
            return Optional.of("there are admins without organization: " + contents.adminsInOrder());
        }
        if (!contents.open().keySet().equals(collections)) {
            return Optional.of("there are collections without organization: "
                    + contents.open().keySet());
        }
        return contents.staged().isEmpty()
                ? Optional.empty()
                : Optional.of("there are private collections: " + contents.staged());
    }

    private Tenants tenants(Contents contents) {
        Set<Tenant> tenants = new HashSet<>();
        for (Organization organization : contents.organizationsInOrder()) {
            Admin admin = Objects.requireNonNull(contents.admins().get(organization.adminId()));
            tenants.add(new Tenant(
                    Optional.ofNullable(origins.get(organization.id()))
                            .map(Origin::name)
                            .orElse(Tenant.FRESH),
                    organization.name().value(),
                    admin.email().value(),
                    admin.password().reveal().substring(PlainPasswords.PREFIX.length())));
        }
        return new Tenants(Set.copyOf(tenants));
    }

    private static Optional<String> unusable(ModelStore store, Tenants tenants) {
        Contents settled = store.contents();
        for (String name : Scene.NAMES) {
            boolean taken = tenants.all().stream()
                    .anyMatch(tenant -> tenant.collection()
                            .equals(OrganizationName.parse(name).collectionName()));
            if (canBeHad(store, name, "nobody-has@example.com") == taken) {
                return Optional.of("the name " + name + " is " + (taken ? "free" : "not free") + " in " + tenants);
            }
            store.contents(settled);
        }
        for (String email : Scene.ADDRESSES) {
            boolean taken =
                    tenants.all().stream().anyMatch(tenant -> tenant.email().equals(email));
            if (canBeHad(store, "nobody has", email) == taken) {
                return Optional.of("the address " + email + " is " + (taken ? "free" : "not free") + " in " + tenants);
            }
            store.contents(settled);
        }
        return Optional.empty();
    }

    private static boolean canBeHad(ModelStore store, String name, String email) {
        try {
            Action.create(name, email).run().accept(instance(RECOVERER).core(store));
        } catch (ConflictException refusal) {
            return false;
        }
        OrganizationName created = OrganizationName.parse(name);
        Organization organization = store.organizations().findByName(created).orElseThrow();
        Action.delete(Samples.principal(organization))
                .run()
                .accept(instance(RECOVERER + 1).core(store));
        return true;
    }
}
