package io.orgstead.application.usecase;

import java.util.List;

/** Examines a store for whoever operates it: what is wrong, or will be. Changes nothing. */
public interface DiagnoseStore {

    /**
     * Examines it now. A store that does not answer is a finding, not an exception; what could not be looked at then has
     * none.
     *
     * @return what was found
     */
    Report diagnose();

    /**
     * What was found.
     *
     * @param findings one for each thing that was looked at, in the order of looking
     */
    record Report(List<Finding> findings) {

        /** What was found, unchangeable. */
        public Report {
            findings = List.copyOf(findings);
        }

        /**
         * The gravest of all.
         *
         * @return {@link Severity#OK} if nothing is wrong
         */
        public Severity severity() {
            return findings.stream()
                    .map(Finding::severity)
                    .max(Severity::compareTo)
                    .orElse(Severity.OK);
        }
    }

    /**
     * One thing that was looked at.
     *
     * @param subject what
     * @param severity how it is
     * @param detail a sentence for a person, which may name ids and collections, and nothing secret
     */
    record Finding(Subject subject, Severity severity, String detail) {}

    /** What is looked at. */
    enum Subject {
        /** Whether the store answers. */
        STORE,
        /** Whether the indexes are there. */
        INDEXES,
        /** Whether the store's clock and the own one agree, as the leases of operations need. */
        CLOCK,
        /** What crashed instances left undone. */
        LEFTOVERS,
        /** Moves of organizations to another isolation model that are under way or ended early. */
        MOVES,
        /** How many collections there are. */
        COLLECTIONS
    }

    /** How grave a finding is, from best to worst. */
    enum Severity {
        /** As it should be. */
        OK,
        /** To be looked at before it becomes a problem. */
        WARNING,
        /** To be mended. */
        PROBLEM
    }
}
