package io.orgstead.application.model;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What an exploration found.
 *
 * @param states how many different states were reached
 * @param courses how many courses of events lead from the start to an end
 * @param objection what is wrong, and the calls that lead to it
 */
record Exploration(long states, BigInteger courses, Optional<String> objection) {}
