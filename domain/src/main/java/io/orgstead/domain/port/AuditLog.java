package io.orgstead.domain.port;

import io.orgstead.domain.observation.AuditEvent;

/**
 * Keeps what an auditor wants to know. It is told once a fact is certain, from the thread on which the call came in, and
 * adds the time and what it knows of where the call came from. Safe for use by any number of threads.
 */
public interface AuditLog {

    /**
     * Takes an event down. What is done is done: an implementation that cannot write says so elsewhere, and does not throw.
     *
     * @param event what is certain
     */
    void record(AuditEvent event);
}
