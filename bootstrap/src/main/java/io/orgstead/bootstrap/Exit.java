package io.orgstead.bootstrap;

/** The codes that the process ends with. */
final class Exit {

    /** Done, or stopped in order. */
    static final int OK = 0;

    /** Something failed: the server could not start, or a check found something wrong. */
    static final int FAILED = 1;

    /** The command line or the settings are wrong; nothing was begun. */
    static final int MISUSED = 2;

    /** Out of memory; the same as of the JVM's own {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;

    private Exit() {}
}
