package io.orgstead.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private final Samples samples = new Samples();

    @Test
    void nothingComesTwice() {
        assertThat(Stream.generate(samples::id).limit(1_000)).doesNotHaveDuplicates();
        assertThat(Stream.generate(samples::name).limit(1_000).map(name -> name.collectionName()))
                .doesNotHaveDuplicates();
        assertThat(Stream.generate(samples::email).limit(1_000)).doesNotHaveDuplicates();
        assertThat(Stream.generate(samples::hash).limit(1_000)).doesNotHaveDuplicates();
        assertThat(Stream.generate(samples::marker).limit(1_000)).doesNotHaveDuplicates();
    }

    @Test
    void everyRunSeesTheSame() {
        Samples again = new Samples();

        assertThat(List.of(samples.id(), samples.name(), samples.admin(), samples.active(samples.name())))
                .isEqualTo(List.of(again.id(), again.name(), again.admin(), again.active(again.name())));
        assertThat(samples.password().reveal()).isEqualTo(again.password().reveal());
    }

    @Test
    void samplesAreInTheStateTheySay() {
        Organization provisioning = samples.provisioning(samples.name());
        Organization foreign = samples.foreign("x", "org_other");
        Admin leased = samples.provisioningAdmin(samples.email());

        assertThat(provisioning.status()).isEqualTo(OrganizationStatus.PROVISIONING);
        assertThat(provisioning.currentOperation().leaseUntil()).isEqualTo(Samples.LEASE);
        assertThat(samples.active(samples.name()).status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(foreign.version()).isZero();
        assertThat(foreign.collection()).isNotEqualTo(foreign.name().collectionName());
        assertThat(leased.leaseUntil()).contains(Samples.LEASE);
        assertThat(samples.admin().leaseUntil()).isEmpty();
        assertThat(Instant.ofEpochMilli(Samples.NOW.toEpochMilli())).isEqualTo(Samples.NOW);
    }
}
