package io.orgstead.application.usecase;

import java.util.Optional;

/**
 * How many collections a store holds, against how many it should. A MongoDB replica set should hold no more than 10,000 (MongoDB
 * manual, "Data Model Design"); half of that leaves time to do something about it.
 *
 * @param collections how many there are
 */
public record CollectionBudget(long collections) {

    /** From here on there are many. */
    public static final long MANY = 5_000;

    /** The most that there should be. */
    public static final long MOST = 10_000;

    /**
     * Whether there are as many as there should be at most, or more.
     *
     * @return true from {@link #MOST} on
     */
    public boolean isSpent() {
        return collections >= MOST;
    }

    /**
     * What to tell an operator.
     *
     * @return a sentence; empty while there are fewer than 80 % of {@link #MANY}
     */
    public Optional<String> warning() {
        if (isNear(MOST)) {
            return Optional.of(told("there should be at most " + MOST));
        }
        return isNear(MANY)
                ? Optional.of(told("with " + MANY + " half of what there should be at most is spent"))
                : Optional.empty();
    }

    private boolean isNear(long limit) {
        return collections >= limit / 10 * 8;
    }

    private String told(String limit) {
        return collections + " collections, and " + limit
                + ": let new organizations share one (ORGSTEAD_ISOLATION=shared), and move others there";
    }
}
