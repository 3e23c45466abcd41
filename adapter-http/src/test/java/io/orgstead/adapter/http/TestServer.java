package io.orgstead.adapter.http;

import io.orgstead.domain.port.RateLimiter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server on a free port over a {@link ScriptedCore}, fresh for every test. */
final class TestServer implements BeforeEachCallback, AfterEachCallback {

    private final HttpSettings settings;
    private final Optional<RateLimiter> rateLimiter;
    private @Nullable ScriptedCore core;
    private @Nullable HttpAdapter adapter;

    TestServer() {
        this(settings());
    }

    TestServer(HttpSettings.Builder settings) {
        this(settings, Optional.empty());
    }

    TestServer(HttpSettings.Builder settings, Optional<RateLimiter> rateLimiter) {
        this.settings = settings.build();
        this.rateLimiter = rateLimiter;
    }

    static HttpSettings.Builder settings() {
        return HttpSettings.builder()
                .port(0)
                .maxBodyBytes(4096)
                .stopTimeout(Duration.ofSeconds(1))
                .version("1.2.3")
                .documentation("https://example.com/docs");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        core = new ScriptedCore();
        adapter = HttpAdapter.start(core.useCases(), settings, rateLimiter);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        adapter().close();
    }

    HttpAdapter adapter() {
        return Objects.requireNonNull(adapter);
    }

    ScriptedCore core() {
        return Objects.requireNonNull(core);
    }

    Http http() {
        return new Http(adapter().port());
    }

    RawHttp raw() {
        return new RawHttp(adapter().port());
    }
}
