package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.ReferenceTenantCollections;
import io.orgstead.testkit.reference.ReferenceTenantData;
import io.orgstead.testkit.reference.ReferenceTenantDocuments;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantDocumentsContractTest extends SuiteTrial<TenantDocuments> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends TenantDocumentsContract {

        private static Supplier<? extends TenantDocuments> port = ReferenceTenantDocuments::new;
        private TenantDocuments opened = new ReferenceTenantDocuments();

        @Override
        protected TenantCollections tenantCollections() {
            opened = port.get();
            return opened instanceof ReferenceTenantDocuments reference
                    ? reference.data.collections
                    : new ReferenceTenantCollections();
        }

        @Override
        protected TenantDocuments tenantDocuments() {
            return opened;
        }
    }

    @Override
    SuiteRun run(Supplier<? extends TenantDocuments> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    SuiteRun run(Sabotage<TenantDocuments> sabotage) {
        Suite.port = sabotage.port();
        return SuiteRun.of(Suite.class, sabotage.seenBy());
    }

    @Override
    TenantDocuments correct() {
        return new ReferenceTenantDocuments();
    }

    @Override
    TenantDocuments doingNothing() {
        return DoesNothing.as(TenantDocuments.class);
    }

    @Test
    void portThatFollowsRenamesPassesEveryTest() {
        SuiteRun run = run(() -> new ReferenceTenantDocuments(new ReferenceTenantData() {
            @Override
            protected boolean isThere(TenantScope scope) {
                return scope.isHidden() ? super.isThere(scope) : collections.isOpen(scope.incarnation());
            }
        }));

        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).isNotEmpty();
    }

    @Override
    Stream<Sabotage<TenantDocuments>> sabotages() {
        return Stream.of(
                        SabotagedTenantWrites.all(),
                        SabotagedTenantReads.all(),
                        SabotagedTenantKeeping.all(),
                        SabotagedTenantScopes.all())
                .flatMap(sabotages -> sabotages);
    }
}
