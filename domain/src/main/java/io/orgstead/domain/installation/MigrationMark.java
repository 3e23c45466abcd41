package io.orgstead.domain.installation;

/**
 * What is left in a store while all that is in it goes to another, and afterwards.
 *
 * @param stage how far it is, as this store is concerned
 * @param migration tells this migration from any other; the same in both stores
 * @param peer the other store, for a person; without credentials
 */
public record MigrationMark(Stage stage, String migration, String peer) {

    /** How far a migration is. */
    public enum Stage {
        /** The store is copied to another while it is served. */
        SENDING,
        /** Everything has been copied, and the other store is about to count: nobody may serve this one. */
        LEAVING,
        /** The other store counts. */
        LEFT,
        /** The store is being filled: what is in it is not whole, and nobody may serve it. */
        RECEIVING,
        /** The store was filled, and counts. */
        RECEIVED;

        /**
         * Whether organizations may be served from a store with such a mark.
         *
         * @return true for {@link #SENDING} and {@link #RECEIVED}
         */
        public boolean isServable() {
            return this == SENDING || this == RECEIVED;
        }
    }

    /**
     * The same migration, further on.
     *
     * @param next how far
     * @return a copy
     */
    public MigrationMark at(Stage next) {
        return new MigrationMark(next, migration, peer);
    }
}
