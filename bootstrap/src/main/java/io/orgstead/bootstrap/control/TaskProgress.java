package io.orgstead.bootstrap.control;

/**
 * How far a task is.
 *
 * @param phase what it does, in a word or two
 * @param documents how many the phase is through with
 * @param expected about how many there are; 0 if nobody knows
 * @param bytes their size
 */
public record TaskProgress(String phase, long documents, long expected, long bytes) {}
