package io.orgstead.bootstrap.control;

/** Where an operator reads how a task goes, on this terminal or at the other end of a control channel. */
public interface OperatorConsole {

    /** Prints a line of the result. */
    void print(String line);

    /** Says what went wrong, in a line. */
    void complain(String reason);

    /**
     * Shows how far the task is.
     *
     * @return false if nobody reads it any more, and the task is to end where it can
     */
    boolean show(TaskProgress progress);
}
