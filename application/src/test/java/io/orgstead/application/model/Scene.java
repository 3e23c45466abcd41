package io.orgstead.application.model;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.testkit.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two organizations with documents in their collections, and what may be done to them and beside them. */
final class Scene {

    static final List<String> NAMES = List.of("acme", "beta", "gamma", "delta");
    static final List<String> ADDRESSES = List.of("a@acme.com", "b@beta.com", "c@gamma.com", "d@delta.com");

    private final ModelStore store = new ModelStore(Contents.empty(Samples.NOW), Set.of());
    private final Principal acme;
    private final Principal beta;

    Scene() {
        acme = found("acme", "a@acme.com", 0xf0);
        beta = found("beta", "b@beta.com", 0xf1);
    }

    private Principal found(String name, String email, int instance) {
        Action.create(name, email).run().accept(new Instance(instance, List.of()).core(store));
        store.addDocument(OrganizationName.parse(name).collectionName());
        return Samples.principal(
                store.organizations().findByName(OrganizationName.parse(name)).orElseThrow());
    }

    Contents contents() {
        return store.contents();
    }

    /** What an instance may do, by what it is called: operations on the same or colliding names and addresses. */
    Map<String, List<Action>> programs() {
        Map<String, List<Action>> programs = new LinkedHashMap<>();
        for (List<Action> program : List.of(
                List.of(Action.create("gamma", "c@gamma.com")),
                List.of(Action.create("Gamma", "d@delta.com")),
                List.of(Action.create("delta", "c@gamma.com")),
                List.of(Action.create("acme", "a@acme.com")),
                List.of(Action.rename(acme, "gamma")),
                List.of(Action.rename(beta, "Beta")),
                List.of(Action.move(acme, "c@gamma.com")),
                List.of(Action.changeAll(acme, "gamma", "c@gamma.com")),
                List.of(Action.rename(beta, "acme")),
                List.of(Action.rename(beta, "gamma")),
                List.of(Action.delete(acme)),
                List.of(Action.recover()),
                List.of(Action.recover(), Action.create("gamma", "c@gamma.com")),
                List.of(Action.recover(), Action.create("acme", "a@acme.com")),
                List.of(Action.recover(), Action.rename(acme, "delta")),
                List.of(Action.delete(acme), Action.create("acme", "a@acme.com")))) {
            programs.put(program.toString(), program);
        }
        return programs;
    }

    /** Back to where it was, while {@link #renameAway} believes it there still. */
    List<List<Action>> backUnderAStalledOwner() {
        return List.of(
                List.of(Action.rename(acme, "ACME")),
                List.of(Action.rename(acme, "ACME"), Action.rename(acme, "delta")),
                List.of(Action.rename(acme, "ACME"), Action.delete(acme)),
                List.of(Action.rename(acme, "ACME"), Action.delete(acme), Action.create("gamma", "c@gamma.com")));
    }

    List<Action> renameAway() {
        return List.of(Action.rename(acme, "gamma"));
    }

    /** Gives each program to an instance of its own. */
    static List<Instance> instances(List<List<Action>> programs) {
        List<Instance> instances = new ArrayList<>();
        for (List<Action> program : programs) {
            instances.add(new Instance(instances.size() + 1, program));
        }
        return instances;
    }
}
