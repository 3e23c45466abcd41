package io.orgstead.benchmarks.jmh;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.port.TokenService;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Tokens: one is issued at each login, and one is verified at each request of an admin. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenBenchmark {

    private static final String ID = "5a0000000000000000000001";

    private final SecurityAdapters security = SecurityAdapters.create(
            SecuritySettings.defaults(TokenSecret.ofText("a secret for as long as this benchmark runs")),
            InstantSource.system());
    private final TokenService tokens = security.tokenService();
    private final Admin admin;
    private final Organization organization;
    private final String issued;

    /** For JMH. */
    public TokenBenchmark() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        OrganizationName name = OrganizationName.parse("acme");
        Operation creation = Operation.begin(new OperationId(ID), now);
        admin = Admin.provision(
                new AdminId(ID),
                new OrganizationId(ID),
                name,
                EmailAddress.parse("admin@example.com"),
                new PasswordHash("none"),
                now,
                now);
        organization = Organization.provision(new OrganizationId(ID), name, admin, creation);
        issued = tokens.issue(admin, organization).reveal();
    }

    /** Signs a new one. */
    @Benchmark
    public AccessToken issue() {
        return tokens.issue(admin, organization);
    }

    /** Checks one. */
    @Benchmark
    public TokenClaims verify() {
        return tokens.verify(issued);
    }

    /** For JMH. */
    @TearDown
    public void close() {
        security.close();
    }
}
