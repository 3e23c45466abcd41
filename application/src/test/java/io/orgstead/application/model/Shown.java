package io.orgstead.application.model;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.TenantMarker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Short texts for what is in a trace. */
final class Shown {

    private Shown() {}

    static String shown(Object object) {
        if (object instanceof Organization organization) {
            return "organization " + tail(organization.id().value()) + " v" + organization.version() + " "
                    + organization.status() + " '" + organization.name().value() + "'"
                    + organization
                            .operation()
                            .flatMap(operation -> operation.targetName())
                            .map(target -> " to '" + target.value() + "'")
                            .orElse("");
        }
        if (object instanceof Admin admin) {
            return "admin " + tail(admin.id().value()) + " v" + admin.version() + " "
                    + admin.email().value();
        }
        if (object instanceof Optional<?> optional) {
            return optional.map(Shown::shown).orElse("nothing");
        }
        if (object instanceof List<?> list) {
            return list.stream().map(Shown::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        if (object instanceof OrganizationName name) {
            return "'" + name.value() + "'";
        }
        if (object instanceof CollectionName name) {
            return name.value();
        }
        if (object instanceof EmailAddress email) {
            return email.value();
        }
        if (object instanceof AdminId id) {
            return tail(id.value());
        }
        if (object instanceof CollectionIncarnation incarnation) {
            return "incarnation " + tail(incarnation.value());
        }
        if (object instanceof TenantMarker marker) {
            return "marker of " + tail(marker.organizationId().value());
        }
        return tail(object.toString());
    }

    /** Identifiers begin with zeros and the number of who made them. */
    private static String tail(String text) {
        return text.replaceFirst("^0+(?=.)", "");
    }
}
