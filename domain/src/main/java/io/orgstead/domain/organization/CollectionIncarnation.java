package io.orgstead.domain.organization;

/**
 * Tells one collection from any other that has, had or will have the same name. A store makes it with the collection;
 * it survives renames and ends with the drop. Naming it in a rename or drop makes a late call of a stalled process
 * harmless: what it meant is no longer there.
 *
 * @param value opaque, made by the store
 */
public record CollectionIncarnation(String value) {

    /** Of no collection: stands where it has been looked whether there is one, and there is none. */
    public static final CollectionIncarnation NONE = new CollectionIncarnation("none");
}
