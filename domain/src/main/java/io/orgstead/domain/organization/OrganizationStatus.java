package io.orgstead.domain.organization;

/** Where an organization is in its life. Every other status than {@link #ACTIVE} has an {@link Operation} under way. */
public enum OrganizationStatus {
    /** Being created: its name is taken, but nobody sees it yet. An interrupted creation is rolled back. */
    PROVISIONING,
    /** Settled: the only status in which a change may begin. */
    ACTIVE,
    /** Being renamed or given other credentials: seen under its old name until the change settles. */
    UPDATING,
    /**
     * Being removed, or waiting for that until a grace period ends: its name is still taken, but nobody sees it or gets in any
     * more. Once the removal has begun it is always carried through.
     */
    DELETING;

    /**
     * Whether readers see an organization in this status.
     *
     * @return true for {@link #ACTIVE} and {@link #UPDATING}
     */
    public boolean isVisible() {
        return this == ACTIVE || this == UPDATING;
    }
}
