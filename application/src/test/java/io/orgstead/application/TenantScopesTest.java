package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.port.TenantChanges;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every call reaches the caller's own collection, wherever it is just now, and never another. */
class TenantScopesTest {

    private final DataCore core = new DataCore();

    @BeforeEach
    void insert() {
        core.insert(core.acme, document("_id", "of acme"));
        core.insert(core.beta, document("_id", "of beta"), document("_id", "of beta, too"));
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void followsARename() {
        OrganizationData data = core.data();
        assertThat(count(data, core.acme)).isEqualTo(1);
        rename(core.acme, "gamma");
        assertThat(count(data, core.acme)).isEqualTo(1);
        assertThat(count(core.data(), core.acme)).isEqualTo(1);
    }

    @Test
    void followsARenameThatHappensInTheMiddle() {
        for (String call : new String[] {"find", "count"}) {
            OrganizationData data = core.data();
            core.interfering = Interfering.before(call, () -> {
                core.interfering = Interfering.NOT;
                rename(core.acme, "gamma of " + call);
            });
            assertThat(count(data, core.acme)).as(call).isEqualTo(1);
        }
    }

    @Test
    void aNameThatPassedOnLeadsNobodyAstray() {
        core.interfering = Interfering.before("find", () -> {
            core.interfering = Interfering.NOT;
            rename(core.acme, "gamma");
            rename(core.beta, "acme");
        });

        assertThat(count(core.data(), core.acme))
                .as("acme, which beta is called now")
                .isEqualTo(1);
        assertThat(count(core.data(), core.beta)).isEqualTo(2);
    }

    @Test
    void aNameThatPassedOnAfterTheLookLeadsNobodyAstray() {
        core.interfering = Interfering.after("find", () -> {
            core.interfering = Interfering.NOT;
            rename(core.acme, "gamma");
            rename(core.beta, "acme");
        });

        assertThat(count(core.data(), core.acme)).isEqualTo(1);
    }

    @Test
    void findsTheCollectionAtEitherNameDuringARename() {
        Organization updating = updating("gamma");
        OrganizationData data = core.data();
        assertThat(count(data, core.acme)).as("not moved yet").isEqualTo(1);

        core.core
                .store
                .tenantCollections()
                .rename(
                        updating.collection(),
                        updating.currentOperation().incarnation().orElseThrow(),
                        updating.targetCollection());
        assertThat(count(data, core.acme)).as("moved").isEqualTo(1);
        assertThat(count(core.data(), core.acme))
                .as("moved, on an instance that has not seen it before")
                .isEqualTo(1);
    }

    @Test
    void aStrangersCollectionAtTheNextNameIsNotTaken() {
        Organization stored = core.core
                .store
                .organizations()
                .findById(core.acme.organizationId())
                .orElseThrow();
        Operation blind = Operation.begin(
                        new OperationId("00000000000000000000000f"),
                        core.core.clock.instant().plusSeconds(15))
                .renamingTo(OrganizationName.parse("beta two"));
        core.core.store.organizations().replace(stored.updating(blind));

        Refused.with(FailureCode.OPERATION_IN_PROGRESS, () -> count(core.data(), core.acme));
    }

    @Test
    void whatIsDeletedIsNotFound() {
        OrganizationData data = core.data();
        assertThat(count(data, core.acme)).isEqualTo(1);
        core.core.management.deleteOrganization().delete(core.acme, Optional.empty());

        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, () -> count(data, core.acme));
        core.core.create("acme", "n@acme.com");
        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, () -> count(data, core.acme));
        assertThat(count(data, core.core.principal("n@acme.com")))
                .as("a namesake begins with nothing")
                .isZero();
    }

    @Test
    void whatIsDeletedInTheMiddleIsNotFound() {
        core.interfering = Interfering.before("count", () -> {
            core.interfering = Interfering.NOT;
            core.core.management.deleteOrganization().delete(core.acme, Optional.empty());
        });

        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, () -> count(core.data(), core.acme));
    }

    @Test
    void whatIsBeingDeletedIsNotFound() {
        core.interfering = Interfering.before("remove", () -> {
            throw new StoreUnavailableException(null);
        });
        Refused.with(
                FailureCode.STORE_UNAVAILABLE,
                () -> core.management().deleteOrganization().delete(core.acme, Optional.empty()));
        core.interfering = Interfering.NOT;

        Refused.with(FailureCode.ORGANIZATION_NOT_FOUND, () -> count(core.data(), core.acme));
    }

    @Test
    void documentsThatStayClosedThoughNothingMovesAreOpenedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger reopened = new AtomicInteger();
        core.interfering = Interfering.before("count", () -> {
            attempts.incrementAndGet();
            if (reopened.get() == 0) {
                throw new TenantMovedException();
            }
        });
        TenantChanges changes = Interfering.in(TenantChanges.class, core.core.store.tenantChanges(), (call, port) -> {
            if (call.equals("reopen")) {
                reopened.incrementAndGet();
                return null;
            }
            return port.call();
        });
        OrganizationData data =
                core.builder().tenantChanges(changes).build().organizationData().orElseThrow();

        assertThat(count(data, core.acme)).isEqualTo(1);
        assertThat(attempts).as("most moves are over by then").hasValue(5);
        assertThat(reopened).hasValue(1);
    }

    @Test
    void whatMovesAllTheTimeIsGivenUp() {
        updating("gamma");
        core.interfering = Interfering.before("count", () -> {
            throw new TenantMovedException();
        });

        Refused.with(FailureCode.OPERATION_IN_PROGRESS, () -> count(core.data(), core.acme));
    }

    @Test
    void aCollectionThatIsGoneIsAFaultOfTheStore() {
        Organization stored = core.core
                .store
                .organizations()
                .findById(core.acme.organizationId())
                .orElseThrow();
        core.core
                .store
                .tenantCollections()
                .drop(
                        stored.collection(),
                        core.core
                                .store
                                .tenantCollections()
                                .find(stored.collection())
                                .orElseThrow());

        Refused.with(FailureCode.STORE_UNAVAILABLE, () -> count(core.data(), core.acme));
    }

    @Test
    void looksACollectionUpOnce() {
        AtomicInteger lookUps = new AtomicInteger();
        core.interfering = Interfering.before("find", lookUps::incrementAndGet);
        OrganizationData data = core.data();
        count(data, core.acme);
        count(data, core.acme);
        count(data, core.beta);
        assertThat(lookUps).hasValue(2);
    }

    private Organization updating(String name) {
        Organization stored = core.core
                .store
                .organizations()
                .findById(core.acme.organizationId())
                .orElseThrow();
        Operation update = Operation.begin(
                        new OperationId("00000000000000000000000f"),
                        core.core.clock.instant().plusSeconds(15))
                .renamingTo(OrganizationName.parse(name))
                .on(core.core
                        .store
                        .tenantCollections()
                        .find(stored.collection())
                        .orElseThrow());
        Organization updating = stored.updating(update);
        assertThat(core.core.store.organizations().replace(updating)).isTrue();
        return updating;
    }

    private static long count(OrganizationData data, Principal caller) {
        return data.count().count(caller, Filter.all());
    }

    private void rename(Principal caller, String name) {
        core.core.update(caller, Core.Change.none().name(name));
    }
}
