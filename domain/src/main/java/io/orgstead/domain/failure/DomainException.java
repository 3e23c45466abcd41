package io.orgstead.domain.failure;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure of the core. The {@linkplain #getMessage() message} is a sentence for a person and safe to show
 * to whoever made the call: it never carries a secret or an internal detail. What is internal stays in the
 * {@linkplain #getCause() cause}, for the log.
 */
public abstract sealed class DomainException extends RuntimeException
        permits InvalidValueException,
                ConflictException,
                NotFoundException,
                AuthenticationException,
                AccessDeniedException,
                OverloadedException,
                TooManyAttemptsException,
                PreconditionFailedException,
                QueryRefusedException,
                QuotaExceededException,
                SchemaViolatedException,
                StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    private final FailureCode code;

    DomainException(FailureCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * The stable reason.
     *
     * @return never null
     */
    public FailureCode code() {
        return code;
    }

    /**
     * When it makes sense to ask again.
     *
     * @return empty where asking again unchanged cannot help
     */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
