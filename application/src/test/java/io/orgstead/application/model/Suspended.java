package io.orgstead.application.model;

/** Leaves an operation at a call whose answer is not known yet. No code under test may catch it. */
final class Suspended extends Error {

    private static final long serialVersionUID = 1L;

    Suspended() {
        super("suspended", null, false, false);
    }
}
