package io.orgstead.application.model;

/** What the lifecycle relies on a store for. Each can be taken away, to see that the check then finds what goes wrong. */
enum Fence {
    /** An organization is replaced and removed only at the version that was read. */
    ORGANIZATION_VERSION,
    /** An admin is replaced only at the version that was read. */
    ADMIN_VERSION,
    /** A name belongs to one organization. */
    CLAIM_OF_NAME,
    /** During a rename the new name is taken as well. */
    CLAIM_OF_TARGET,
    /** An address belongs to one admin. */
    CLAIM_OF_ADDRESS,
    /** A drop drops the collection it means, not another of the name. */
    INCARNATION_OF_DROP,
    /** A rename moves the collection it means, not another of the name. */
    INCARNATION_OF_RENAME,
    /** A private collection that was discarded cannot be published. */
    PRIVATE_BIRTH
}
