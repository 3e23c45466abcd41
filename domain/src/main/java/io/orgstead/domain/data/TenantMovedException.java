package io.orgstead.domain.data;

/**
 * The collection is not where the scope says: it was renamed or dropped since. Nothing was done. Never leaves the core: a use
 * case looks the organization up again, and tries again or says that there is none.
 */
public final class TenantMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A collection was not found by its name and incarnation. */
    public TenantMovedException() {
        super("the organization's collection is not where it was", null, false, false);
    }
}
