package io.orgstead.testkit.contract;

import java.util.function.Supplier;

/**
 * A port that is right but for one thing.
 *
 * @param what the thing
 * @param seenBy the test method that must fail on it
 * @param port makes the port over an empty store
 */
record Sabotage<P>(String what, String seenBy, Supplier<? extends P> port) {}
