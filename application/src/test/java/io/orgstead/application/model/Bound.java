package io.orgstead.application.model;

/**
 * How much may go wrong in one course of events.
 *
 * @param faults how often an instance dies, or gets no answer from the store, whatever the store has done
 * @param leaps how often the time leaps past the end of every lease, as it does for whoever stalls
 */
record Bound(int faults, int leaps) {}
