package io.orgstead.domain.organization;

/** Where an organization is in its life. Every other status than {@link #ACTIVE} has an {@link Operation} under way. */
public enum OrganizationStatus {
    /** Being created: its name is taken, but nobody sees it yet. An interrupted creation is rolled back. */
    PROVISIONING,
    /** Settled: the only status in which a change may begin. */
    ACTIVE,
    /** Being renamed or given other credentials: seen under its old name until the change settles. */
    UPDATING,
    /** Its documents are on their last steps to another home: seen as ever, but nobody writes documents until that settles. */
    MOVING,
    /**
     * Being removed, or waiting for that until a grace period ends: its name is still taken, but nobody sees it or gets in any
     * more. Once the removal has begun it is always carried through.
     */
    DELETING;

    /**
     * Whether readers see an organization in this status.
     *
     * @return true for {@link #ACTIVE}, {@link #UPDATING} and {@link #MOVING}
     */
    public boolean isVisible() {
        return this == ACTIVE || this == UPDATING || this == MOVING;
    }
}
