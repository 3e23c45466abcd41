package io.orgstead.reliability.traffic;

/** A server said what it must not say. */
final class StrangeAnswerException extends Exception {

    private static final long serialVersionUID = 1;

    StrangeAnswerException(String message) {
        super(message);
    }
}
