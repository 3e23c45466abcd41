package io.orgstead.application.model;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.contract.OrganizationsContract;
import io.orgstead.testkit.contract.TenantCollectionsContract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The store that the check stands on keeps the contracts of the ports. */
class ModelStoreTest {

    private static ModelStore store() {
        return new ModelStore(Contents.empty(Samples.NOW), Set.of());
    }

    @Nested
    class OfOrganizations extends OrganizationsContract {

        @Override
        protected Organizations organizations() {
            return store().organizations();
        }
    }

    @Nested
    class OfCollections extends TenantCollectionsContract {

        private final ModelStore store = store();

        @Override
        protected TenantCollections tenantCollections() {
            return store.tenantCollections();
        }

        @Override
        protected List<TenantMarker> markersIn(CollectionName name) {
            return collection(name).flatMap(Contents.Collection::marker).stream()
                    .toList();
        }

        @Override
        protected long count(CollectionName name) {
            return collection(name).map(Contents.Collection::documents).orElse(0);
        }

        @Override
        protected void addDocument(CollectionName name) {
            store.addDocument(name);
        }

        private Optional<Contents.Collection> collection(CollectionName name) {
            return Optional.ofNullable(store.contents().open().get(name));
        }
    }
}
