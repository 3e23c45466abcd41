package io.orgstead.application.internal.move;

/** Called after every step of a long work, so that who does it holds on to what it needs and can be stopped. */
@FunctionalInterface
interface Pace {

    /**
     * Some step is done.
     *
     * @param documents how many the work is through with
     * @param bytes their size
     */
    void at(long documents, long bytes);
}
