package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An insertion whose first attempt took effect unnoticed must not meet itself as a rival. */
class RepeatedAddTest {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();

    @Test
    void organizationAddedAgainUnchangedIsNoConflict() {
        MongoAdapters adapters = fresh.connect();
        Organization organization = samples.provisioning(samples.name());
        adapters.organizations().add(organization);

        assertThatCode(() -> adapters.organizations().add(organization)).doesNotThrowAnyException();

        assertThat(adapters.organizations().replace(organization.settled())).isTrue();
        assertThatThrownBy(() -> adapters.organizations().add(organization)).isInstanceOf(ConflictException.class);
    }

    @Test
    void adminAddedAgainUnchangedIsNoConflict() {
        MongoAdapters adapters = fresh.connect();
        Admin admin = samples.provisioningAdmin(samples.email());
        adapters.admins().add(admin);

        assertThatCode(() -> adapters.admins().add(admin)).doesNotThrowAnyException();

        assertThat(adapters.admins().replace(admin.settled())).isTrue();
        assertThatThrownBy(() -> adapters.admins().add(admin)).isInstanceOf(ConflictException.class);
    }
}
