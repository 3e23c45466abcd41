package io.orgstead.testkit.contract;

import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.ReferenceTenantData;
import io.orgstead.testkit.reference.ReferenceTenantDocuments;
import io.orgstead.testkit.reference.ReferenceTenantIndexes;
import java.util.function.Supplier;
import java.util.stream.Stream;

class TenantIndexesContractTest extends SuiteTrial<TenantIndexes> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends TenantIndexesContract {

        private static Supplier<? extends TenantIndexes> port = ReferenceTenantIndexes::new;
        private TenantIndexes opened = new ReferenceTenantIndexes();
        private ReferenceTenantData data = new ReferenceTenantData();

        @Override
        protected TenantCollections tenantCollections() {
            opened = port.get();
            data = opened instanceof ReferenceTenantIndexes reference ? reference.data : new ReferenceTenantData();
            return data.collections;
        }

        @Override
        protected TenantDocuments tenantDocuments() {
            return new ReferenceTenantDocuments(data);
        }

        @Override
        protected TenantIndexes tenantIndexes() {
            return opened;
        }

        @Override
        protected boolean storeExpires() {
            return false;
        }
    }

    @Override
    SuiteRun run(Supplier<? extends TenantIndexes> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    SuiteRun run(Sabotage<TenantIndexes> sabotage) {
        Suite.port = sabotage.port();
        return SuiteRun.of(Suite.class, sabotage.seenBy());
    }

    @Override
    TenantIndexes correct() {
        return new ReferenceTenantIndexes();
    }

    @Override
    TenantIndexes doingNothing() {
        return DoesNothing.as(TenantIndexes.class);
    }

    @Override
    Stream<Sabotage<TenantIndexes>> sabotages() {
        return Stream.concat(SabotagedTenantIndexes.all(), SabotagedUniqueness.all());
    }
}
