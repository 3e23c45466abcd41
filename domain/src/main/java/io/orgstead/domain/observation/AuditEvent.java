package io.orgstead.domain.observation;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.OrganizationId;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that an auditor wants to know of, once it is certain. By ids, which are stable and are no secrets: it holds no
 * name, address, password or token.
 *
 * @param action what was done or refused
 * @param outcome how it ended
 * @param reason why it did not succeed; empty for successes
 * @param actor whose doing it is; empty where that is not proven, and for what nobody asked for
 * @param organization the organization concerned; empty where there is none
 */
public record AuditEvent(
        AuditAction action,
        Outcome outcome,
        Optional<FailureCode> reason,
        Optional<AdminId> actor,
        Optional<OrganizationId> organization) {

    /** How it ended, in the words of the Elastic Common Schema. */
    public enum Outcome {
        /** It is done, for good. */
        SUCCESS("success"),
        /** It was refused, and nothing was changed. */
        FAILURE("failure"),
        /** It stopped in the middle; a later event of recovery tells what became of it, if anything was begun. */
        UNKNOWN("unknown");

        private final String id;

        Outcome(String id) {
            this.id = id;
        }

        /**
         * The outcome as programs see it.
         *
         * @return lower-case, stable
         */
        public String id() {
            return id;
        }
    }

    /**
     * An event from its parts.
     *
     * @throws NullPointerException if a part is null
     */
    public AuditEvent {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(organization, "organization");
    }

    /**
     * A success of nobody yet.
     *
     * @param action what was done
     * @return the event, to be completed
     */
    public static AuditEvent success(AuditAction action) {
        return of(action, Outcome.SUCCESS);
    }

    /**
     * A refusal or failure of nobody yet.
     *
     * @param action what was tried
     * @param reason why it did not succeed. A store that did not answer, and another change under way, make the outcome
     *     {@link Outcome#UNKNOWN}: recovery may carry it through
     * @return the event, to be completed
     */
    public static AuditEvent failure(AuditAction action, FailureCode reason) {
        boolean open = reason == FailureCode.STORE_UNAVAILABLE || reason == FailureCode.OPERATION_IN_PROGRESS;
        Outcome outcome = open ? Outcome.UNKNOWN : Outcome.FAILURE;
        return new AuditEvent(action, outcome, Optional.of(reason), Optional.empty(), Optional.empty());
    }

    /**
     * Something that nobody has refused and that is not known to be done, of nobody yet.
     *
     * @param action what was tried
     * @param outcome how it ended
     * @return the event, without a reason, to be completed
     */
    public static AuditEvent of(AuditAction action, Outcome outcome) {
        return new AuditEvent(action, outcome, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same by an actor.
     *
     * @param admin whose doing it is
     * @return a copy
     */
    public AuditEvent by(AdminId admin) {
        return new AuditEvent(action, outcome, reason, Optional.of(admin), organization);
    }

    /**
     * The same about an organization.
     *
     * @param id the organization concerned
     * @return a copy
     */
    public AuditEvent on(OrganizationId id) {
        return new AuditEvent(action, outcome, reason, actor, Optional.of(id));
    }
}
