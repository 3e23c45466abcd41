package io.orgstead.testkit.contract;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.reference.DoesNothing;
import io.orgstead.testkit.reference.ReferenceTenantCollections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

class TenantCollectionsContractTest extends SuiteTrial<TenantCollections> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends TenantCollectionsContract {

        private static Supplier<? extends TenantCollections> port = ReferenceTenantCollections::new;
        private TenantCollections opened = new ReferenceTenantCollections();

        @Override
        protected TenantCollections tenantCollections() {
            opened = port.get();
            return opened;
        }

        @Override
        protected List<TenantMarker> markersIn(CollectionName name) {
            return documents(name).stream()
                    .filter(TenantMarker.class::isInstance)
                    .map(TenantMarker.class::cast)
                    .toList();
        }

        @Override
        protected long count(CollectionName name) {
            return documents(name).size();
        }

        private List<Object> documents(CollectionName name) {
            return opened instanceof ReferenceTenantCollections reference ? reference.documents(name) : List.of();
        }

        @Override
        protected void addDocument(CollectionName name) {
            if (opened instanceof ReferenceTenantCollections reference) {
                reference.addDocument(name);
            }
        }
    }

    @Override
    SuiteRun run(Supplier<? extends TenantCollections> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    TenantCollections correct() {
        return new ReferenceTenantCollections();
    }

    @Override
    TenantCollections doingNothing() {
        return DoesNothing.as(TenantCollections.class);
    }

    @Override
    Stream<Sabotage<TenantCollections>> sabotages() {
        return SabotagedTenantCollections.all();
    }
}
