package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts why something is refused. */
final class Refused {

    private Refused() {}

    static void with(FailureCode code, ThrowingCallable call) {
        assertThat(catchThrowable(call))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
