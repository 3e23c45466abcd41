package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static io.orgstead.application.DataCore.id;
import static io.orgstead.application.DataCore.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Organization;
import io.orgstead.testkit.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests under an idempotency key take effect once. */
class InsertOnceTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final DataCore core = new DataCore();

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void aRepetitionGetsTheSameAnswer() {
        List<Value> first = insert(once("k", "f", document("n", 1), document("_id", "x")));

        assertThat(insert(once("k", "f", document("n", 1), document("_id", "x"))))
                .isEqualTo(first);
        assertThat(core.all(core.acme)).hasSize(2);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() {
        insert(once("k", "f", document("n", 1)));

        Refused.with(FailureCode.IDEMPOTENCY_KEY_REUSED, () -> insert(once("k", "g", document("n", 2))));
        assertThat(core.all(core.acme)).hasSize(1);
    }

    @Test
    void aKeyIsTheOrganizationsOwn() {
        List<Value> first = insert(once("k", "f", document("n", 1)));

        assertThat(core.data().insert().insert(core.beta, once("k", "g", document("n", 2))))
                .isNotEqualTo(first);
        assertThat(core.all(core.beta)).hasSize(1);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        insert(once("k", "f", document("n", 1)));
        core.core.clock.advance(InsertDocuments.MEMORY);

        insert(once("k", "g", document("n", 2)));
        assertThat(core.all(core.acme)).hasSize(2);
    }

    @Test
    void ofManyAtOnceOneInserts() {
        Race<List<Value>> race = Race.of(i -> () -> insert(once("k", "f", document("n", 1))));

        assertThat(core.all(core.acme)).hasSize(1);
        assertThat(race.results()).isNotEmpty();
        assertThat(race.results().stream().distinct()).hasSize(1);
        assertThat(race.failures())
                .allSatisfy(failure -> Refused.with(FailureCode.REQUEST_IN_FLIGHT, () -> {
                    throw failure;
                }));
    }

    @Test
    void whoIsStillAtItIsLeftAlone() {
        dieBefore("insert", once("k", "f", document("n", 1)));
        core.core.clock.advance(LEASE.minusMillis(1));

        Refused.with(FailureCode.REQUEST_IN_FLIGHT, () -> insert(once("k", "f", document("n", 1))));
        Refused.with(FailureCode.IDEMPOTENCY_KEY_REUSED, () -> insert(once("k", "g", document("n", 1))));
    }

    @Test
    void whatWasNotInsertedIsInsertedByTheRepetition() {
        dieBefore("insert", once("k", "f", document("n", 1)));
        List<Value> settled = core.memory.allRecords().get(0).ids();
        core.core.clock.advance(LEASE);

        assertThat(insert(once("k", "f", document("n", 1)))).isEqualTo(settled);
        assertThat(core.all(core.acme)).hasSize(1);
        assertThat(core.memory.allRecords()).allMatch(IdempotencyRecord::done);
    }

    @Test
    void whatWasInsertedIsNotInsertedAgain() {
        for (Document document : List.of(document("n", 1), document("_id", "own", "n", 1))) {
            InsertDocuments.Command command = once("k" + document.hashCode(), "f", document);
            dieAfter("insert", command);
            List<Document> before = core.all(core.acme);
            core.core.clock.advance(LEASE);

            List<Value> ids = insert(command);
            assertThat(core.all(core.acme))
                    .isEqualTo(before)
                    .extracting(Document::id)
                    .containsAll(ids);
        }
    }

    @Test
    void whatWasInsertedIsKnownEvenWhereTheQuotaIsUsedUpByIt() {
        core.quota = new io.orgstead.domain.data.Quota(1, 1000, 1000, 1);
        dieAfter("insert", once("k", "f", document("n", 1)));
        core.core.clock.advance(LEASE);

        assertThat(insert(once("k", "f", document("n", 1)))).hasSize(1);
    }

    @Test
    void whatWasInsertedHalfIsUndoneFirst() {
        InsertDocuments.Command command = once("k", "f", document("n", 1), document("n", 2));
        core.interfering = (call, port) -> {
            if (call.equals("insert")) {
                throw new Died();
            }
            return port.call();
        };
        assertThatThrownBy(() -> insert(command)).isInstanceOf(Died.class);
        core.interfering = Interfering.NOT;
        List<Value> ids = core.memory.allRecords().get(0).ids();
        core.memory.leaveHalfOf(
                scope(), List.of(document("n", 1).withId(ids.get(0))), core.core.clock.advance(Duration.ofSeconds(5)));
        core.core.clock.advance(LEASE.minusSeconds(5));

        assertThat(insert(command)).isEqualTo(ids);
        assertThat(core.all(core.acme)).hasSize(2);
        core.core.clock.advance(Duration.ofHours(1));
        core.management().recoverInterrupted().recoverExpired();
        assertThat(core.all(core.acme)).as("nothing is left to be undone").hasSize(2);
    }

    @Test
    void aDocumentOfSomebodyElseIsNoProof() {
        InsertDocuments.Command command = once("k", "f", document("_id", "own", "n", 1));
        dieBefore("insert", command);
        core.insert(core.acme, document("_id", "own", "n", 2));
        core.core.clock.advance(LEASE);

        Refused.with(FailureCode.DOCUMENT_EXISTS, () -> insert(command));
        assertThat(core.memory.allRecords()).as("forgotten").isEmpty();
    }

    @Test
    void aLostAnswerOfTheStoreKeepsTheKey() {
        core.interfering = Interfering.after("insert", () -> {
            throw new StoreUnavailableException(null);
        });
        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> insert(once("k", "f", document("n", 1))));
        core.interfering = Interfering.NOT;

        Refused.with(FailureCode.REQUEST_IN_FLIGHT, () -> insert(once("k", "f", document("n", 1))));
        core.core.clock.advance(LEASE);
        insert(once("k", "f", document("n", 1)));
        assertThat(core.all(core.acme)).hasSize(1);
    }

    @Test
    void anInsertThatCannotBeNotedIsAnInsertAllTheSame() {
        core.interfering = Interfering.before("replace", () -> {
            throw new StoreUnavailableException(null);
        });
        List<Value> ids = insert(once("k", "f", document("n", 1)));
        core.interfering = Interfering.NOT;
        core.core.clock.advance(LEASE);

        assertThat(insert(once("k", "f", document("n", 1)))).isEqualTo(ids);
        assertThat(core.all(core.acme)).hasSize(1);
    }

    @Test
    void whatIsRefusedIsForgotten() {
        core.insert(core.acme, document("_id", "x"));
        Refused.with(FailureCode.DOCUMENT_EXISTS, () -> insert(once("k", "f", document("_id", "x"))));
        Refused.with(FailureCode.INVALID_VALUE, () -> insert(once("k", "f", document("$x", 1))));
        assertThat(core.memory.allRecords()).isEmpty();

        insert(once("k", "g", document("n", 1)));
    }

    @Test
    void whoWasTooSlowLeavesTheAnswerToWhoTookOver() {
        List<Value> other = new ArrayList<>();
        core.interfering = Interfering.before("insert", () -> {
            core.interfering = Interfering.NOT;
            core.core.clock.advance(LEASE);
            other.addAll(insert(once("k", "f", document("_id", "x"))));
        });

        Refused.with(FailureCode.REQUEST_IN_FLIGHT, () -> insert(once("k", "f", document("_id", "x"))));
        assertThat(other).containsExactly(id("x"));
        assertThat(insert(once("k", "f", document("_id", "x")))).isEqualTo(other);
        assertThat(core.all(core.acme)).hasSize(1);
    }

    @Test
    void oneTakesOver() {
        dieBefore("insert", once("k", "f", document("n", 1)));
        core.core.clock.advance(LEASE);

        Race<List<Value>> race = Race.of(i -> () -> insert(once("k", "f", document("n", 1))));
        assertThat(core.all(core.acme)).hasSize(1);
        assertThat(race.results().stream().distinct()).hasSize(1);
    }

    @Test
    void theyGoWithTheOrganization() {
        insert(once("k", "f", document("n", 1)));
        core.data().insert().insert(core.beta, once("k", "f", document("n", 1)));

        core.management().deleteOrganization().delete(core.acme, Optional.empty());
        assertThat(core.memory.allRecords())
                .extracting(IdempotencyRecord::organization)
                .containsExactly(core.beta.organizationId());
    }

    private TenantScope scope() {
        Organization organization = core.core
                .store
                .organizations()
                .findById(core.acme.organizationId())
                .orElseThrow();
        return TenantScope.of(
                core.acme,
                organization,
                organization.collection(),
                core.core
                        .store
                        .tenantCollections()
                        .find(organization.collection())
                        .orElseThrow());
    }

    private List<Value> insert(InsertDocuments.Command command) {
        return core.data().insert().insert(core.acme, command);
    }

    private void dieBefore(String call, InsertDocuments.Command command) {
        die(
                Interfering.before(call, () -> {
                    throw new Died();
                }),
                command);
    }

    private void dieAfter(String call, InsertDocuments.Command command) {
        die(
                Interfering.after(call, () -> {
                    throw new Died();
                }),
                command);
    }

    private void die(Interfering how, InsertDocuments.Command command) {
        core.interfering = how;
        assertThatThrownBy(() -> insert(command)).isInstanceOf(Died.class);
        core.interfering = Interfering.NOT;
    }

    /** The process is gone: nothing of it comes after. */
    private static final class Died extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
