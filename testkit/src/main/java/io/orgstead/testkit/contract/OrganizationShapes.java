package io.orgstead.testkit.contract;

import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.testkit.Samples;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Organizations of every shape that the domain can make or a store of another implementation can hold. */
final class OrganizationShapes {

    private OrganizationShapes() {}

    static Stream<Function<Samples, Organization>> all() {
        return Stream.of(
                samples -> samples.provisioning(samples.name()),
                samples -> samples.provisioning(samples.name()).staged(samples.home(IsolationModel.COLLECTION)),
                samples -> samples.provisioning(samples.name()).staged(samples.home(IsolationModel.SHARED)),
                samples -> samples.provisioning(samples.name())
                        .staged(samples.home(IsolationModel.DATABASE))
                        .settled(),
                samples -> samples.active(samples.name()).moving(move(samples, IsolationModel.DATABASE)),
                samples -> samples.active(samples.name())
                        .moving(move(samples, IsolationModel.SHARED))
                        .switched(),
                samples -> samples.active(samples.name())
                        .moving(move(samples, IsolationModel.SHARED))
                        .switched()
                        .settled()
                        .moving(move(samples, IsolationModel.COLLECTION)),
                samples -> samples.active(samples.name()),
                samples -> samples.active(samples.name()).updating(samples.operation()),
                samples -> samples.active(samples.name())
                        .updating(samples.operation().on(samples.incarnation())),
                samples -> samples.active(samples.name())
                        .updating(samples.operation().renamingTo(OrganizationName.parse("Neue Firma"))),
                samples -> samples.active(samples.name()).updating(fullOperation(samples)),
                samples -> samples.active(samples.name())
                        .updating(fullOperation(samples))
                        .settled(),
                samples -> samples.active(samples.name()).deleting(samples.operation()),
                samples -> samples.active(samples.name())
                        .deleting(samples.operation().on(samples.incarnation()))
                        .takenOver(Instant.parse("2031-12-31T23:59:59.999Z")),
                samples -> samples.foreign("x", "org_x"),
                samples -> samples.foreign("M\u00fcller & Co", "org_m_ller___co"),
                samples -> samples.foreign(" An \"old\" 'name'\t", "org_An old-name.2"),
                samples -> lateVersion(samples.active(samples.name())));
    }

    static Operation fullOperation(Samples samples) {
        return samples.operation()
                .renamingTo(OrganizationName.parse("\u65b0\u3057\u3044\u540d\u524d"))
                .on(samples.incarnation());
    }

    private static Operation move(Samples samples, IsolationModel model) {
        return samples.operation().moving(samples.incarnation(), samples.home(model));
    }

    private static Organization lateVersion(Organization early) {
        return new Organization(
                early.id(),
                early.name(),
                early.collection(),
                early.adminId(),
                early.adminEmail(),
                Instant.parse("1999-12-31T23:59:59.001Z"),
                early.status(),
                Optional.empty(),
                Optional.empty(),
                (1L << 53) + 1);
    }
}
