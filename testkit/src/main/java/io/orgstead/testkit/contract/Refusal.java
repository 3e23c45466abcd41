package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import java.util.Collection;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What every suite expects of a refusal: a failure of the core with one code, and nothing else. */
final class Refusal {

    private Refusal() {}

    /** Asserts that a call is refused. */
    static void expect(FailureCode code, ThrowingCallable call) {
        check(code, catchThrowable(call));
    }

    /** Asserts that all who failed in a race were refused. */
    static void expectAll(FailureCode code, Collection<Throwable> failures) {
        failures.forEach(failure -> check(code, failure));
    }

    private static void check(FailureCode code, @Nullable Throwable failure) {
        assertThat(failure).isInstanceOf(DomainException.class);
        assertThat(((DomainException) Objects.requireNonNull(failure)).code()).isEqualTo(code);
    }
}
