package io.orgstead.domain.failure;

import org.jspecify.annotations.Nullable;

/** The caller did not prove who it is. Says no more than that: which part was wrong stays untold. */
public final class AuthenticationException extends DomainException {

    private static final long serialVersionUID = 1L;

    private AuthenticationException(FailureCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    /**
     * Email address and password do not belong together.
     *
     * @return a new exception with {@link FailureCode#CREDENTIALS_REJECTED}, the same for an unknown email address and a
     *     wrong password
     */
    public static AuthenticationException credentialsRejected() {
        return new AuthenticationException(
                FailureCode.CREDENTIALS_REJECTED, "Email address or password is wrong.", null);
    }

    /**
     * The access token does not hold.
     *
     * @param cause what was wrong with it, for the log; may be null
     * @return a new exception with {@link FailureCode#TOKEN_INVALID}
     */
    public static AuthenticationException tokenInvalid(@Nullable Throwable cause) {
        return new AuthenticationException(
                FailureCode.TOKEN_INVALID, "The access token is invalid, expired or revoked.", cause);
    }
}
