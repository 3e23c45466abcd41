package io.orgstead.reliability.traffic;

import java.io.IOException;

/** A server asked to be asked again later (503). */
final class BusyException extends IOException {

    private static final long serialVersionUID = 1;

    BusyException(Answer answer) {
        super(answer.toString());
    }
}
