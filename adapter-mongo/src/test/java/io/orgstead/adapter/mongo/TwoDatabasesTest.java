package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two services on one server, each with a database of its own, have nothing in common. */
class TwoDatabasesTest {

    @RegisterExtension
    final FreshDatabase one = new FreshDatabase();

    @RegisterExtension
    final FreshDatabase two = new FreshDatabase();

    private final Samples samples = new Samples();

    @Test
    void neitherSeesNorBlocksTheOther() {
        MongoAdapters here = one.connect();
        MongoAdapters there = two.connect();
        Organization organization = samples.provisioning(samples.name());
        Organization namesake = samples.provisioning(organization.name());
        Admin admin = samples.admin();
        TenantMarker marker = samples.marker();

        here.organizations().add(organization);
        here.admins().add(admin);
        here.tenantCollections().stage(marker, IsolationModel.COLLECTION);

        assertThat(there.organizations().findByName(organization.name())).isEmpty();
        assertThat(there.admins().findByEmail(admin.email())).isEmpty();
        assertThat(there.tenantCollections().findStaged(10)).isEmpty();
        there.tenantCollections().discardStaged(marker.organizationId());
        there.admins().remove(admin.id());
        there.organizations().add(namesake);
        assertThat(here.organizations().findByName(organization.name())).contains(organization);
        assertThat(here.admins().findById(admin.id())).contains(admin);
        assertThat(here.tenantCollections().findStaged(10)).containsExactly(marker.organizationId());
    }
}
