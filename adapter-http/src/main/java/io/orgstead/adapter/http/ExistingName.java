package io.orgstead.adapter.http;

import io.orgstead.application.usecase.FindOrganization;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.OrganizationName;
import java.nio.charset.StandardCharsets;

/**
 * Reads the name of an organization that is said to exist. Databases of other implementations hold names that today's rule
 * refuses; such a name is taken if an organization really has it, and refused by the rule if none has.
 */
final class ExistingName {

    /** Longer than any name that an implementation is likely to have let through. */
    private static final int LONGEST = 255;

    private final FindOrganization find;

    ExistingName(FindOrganization find) {
        this.find = find;
    }

    OrganizationName parse(String raw) {
        try {
            return OrganizationName.parse(raw);
        } catch (InvalidValueException refusal) {
            return storedDespite(raw, refusal);
        }
    }

    private OrganizationName storedDespite(String raw, InvalidValueException refusal) {
        if (raw.isBlank()
                || raw.length() > LONGEST
                || raw.indexOf('\0') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(raw)) {
            throw refusal;
        }
        try {
            OrganizationName stored = OrganizationName.restore(raw);
            return find.find(stored).name().equals(stored) ? stored : refuse(refusal);
        } catch (NotFoundException e) {
            return refuse(refusal);
        }
    }

    private static OrganizationName refuse(InvalidValueException refusal) {
        throw refusal;
    }
}
