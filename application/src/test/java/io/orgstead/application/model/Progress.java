package io.orgstead.application.model;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far an instance has come. That follows from the answers it has got so far, since it does the same whenever it gets the
 * same: so it is found by letting it run from the start with those answers, up to the call whose answer is not known. One
 * object per instance and sequence of answers; identity tells them apart.
 */
final class Progress {

    /** What the caller of an operation is told. */
    enum Outcome {
        DONE,
        REFUSED,
        UNKNOWN
    }

    /** The end of an operation, and what the caller is told in words. */
    record End(Outcome outcome, String text) {}

    private final Instance instance;
    private final List<Answer> answers;
    private final List<End> ends = new ArrayList<>();
    private final Map<Answer, Progress> next = new HashMap<>();
    private int given;
    private int givenBefore;
    private Optional<Call> pending = Optional.empty();
    private Optional<Throwable> broken = Optional.empty();

    private Progress(Instance instance, List<Answer> answers) {
        this.instance = instance;
        this.answers = answers;
        run();
    }

    static Progress start(Instance instance) {
        return new Progress(instance, List.of());
    }

    private void run() {
        OrganizationManagement core = instance.core(
                port(Organizations.class),
                port(Admins.class),
                port(TenantCollections.class),
                port(InstantSource.class));
        try {
            for (Action action : instance.actions()) {
                givenBefore = given;
                ends.add(run(action, core));
            }
        } catch (Suspended atCall) {
            if (pending.isEmpty()) {
                throw atCall;
            }
        } catch (RuntimeException leaked) {
            broken = Optional.of(leaked);
        }
    }

    private static End run(Action action, OrganizationManagement core) {
        try {
            action.run().accept(core);
            return new End(Outcome.DONE, "done");
        } catch (ConflictException | NotFoundException refusal) {
            return new End(Outcome.REFUSED, "refused: " + refusal.code().id());
        } catch (StoreUnavailableException noAnswer) {
            return new End(Outcome.UNKNOWN, "503");
        }
    }

    private <T> T port(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) ->
                        answer(new Call(port, method, arguments == null ? List.of() : List.of(arguments)))));
    }

    private Object answer(Call call) {
        if (pending.isEmpty() && given < answers.size()) {
            return answers.get(given++).give();
        }
        if (pending.isEmpty()) {
            pending = Optional.of(call);
        }
        throw new Suspended();
    }

    /** Goes on with the answer to the pending call. */
    Progress after(Answer answer) {
        return next.computeIfAbsent(answer, a -> {
            List<Answer> more = new ArrayList<>(answers);
            more.add(a);
            return new Progress(instance, more);
        });
    }

    Instance instance() {
        return instance;
    }

    /** The call it is about to make; empty at the end. */
    Optional<Call> pending() {
        return pending;
    }

    /** What it threw that no caller should see. */
    Optional<Throwable> broken() {
        return broken;
    }

    /** How its operations ended, as far as they have. */
    List<End> ends() {
        return ends;
    }

    /** Whether the pending call is the first of its operation. */
    boolean isAboutToBegin() {
        return pending.isPresent() && given == givenBefore;
    }
}
