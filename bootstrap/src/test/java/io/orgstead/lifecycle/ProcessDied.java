package io.orgstead.lifecycle;

/** Stands for the end of the process: no code under test may catch it. */
final class ProcessDied extends Error {

    private static final long serialVersionUID = 1L;

    ProcessDied(String moment) {
        super(moment);
    }
}
