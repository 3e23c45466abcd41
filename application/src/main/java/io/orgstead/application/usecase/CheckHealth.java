package io.orgstead.application.usecase;

import java.util.Map;

/** Looks whether everything that the service needs is there. */
public interface CheckHealth {

    /**
     * Looks now.
     *
     * @return what was found
     */
    Report check();

    /**
     * What was found.
     *
     * @param checks by the name of what was looked at, in a stable order: true if it is there
     */
    record Report(Map<String, Boolean> checks) {

        /**
         * Whether the service can do its work.
         *
         * @return true if nothing is missing
         */
        public boolean isHealthy() {
            return !checks.containsValue(false);
        }
    }
}
