package io.orgstead.adapter.security;

import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.TokenService;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A {@link TokenService} that is there before the one that does the work is: that one is made on a thread of its own, as
 * the libraries for tokens take as long to wake up as a tenth of a start, and no start has to wait for them. The first
 * calls wait.
 */
final class EarlyTokenService implements TokenService {

    private final FutureTask<TokenService> making;

    /** Begins to make the service; the thread is a daemon and ends with that. */
    EarlyTokenService(Supplier<TokenService> service) {
        making = new FutureTask<>(service::get);
        Thread thread = new Thread(making, "orgstead-tokens");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    @Override
    public AccessToken issue(Admin admin, Organization organization) {
        return made().issue(admin, organization);
    }

    @Override
    public TokenClaims verify(String token) {
        return made().verify(token);
    }

    /** Not given up on an interrupt: it is a moment, once, and callers know of no such failure. */
    private TokenService made() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return making.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new CompletionException("the token service cannot be made", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
