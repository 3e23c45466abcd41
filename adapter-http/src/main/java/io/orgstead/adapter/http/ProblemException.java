package io.orgstead.adapter.http;

/** Ends the handling of a request with a problem. Carries no stack trace: it is an answer, not a failure. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
