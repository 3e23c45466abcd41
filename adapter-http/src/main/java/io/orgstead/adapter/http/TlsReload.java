package io.orgstead.adapter.http;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the certificate's files every few seconds, and takes what is new and good. What cannot be used is told once, and
 * the old pair stays in use: one of the two files is always replaced first. The contents are compared, not the times:
 * links that are switched, as Kubernetes does, and quick changes are seen too.
 */
final class TlsReload extends AbstractLifeCycle {

    private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);

    private final TlsSettings settings;
    private final TlsContext context;
    private TlsFiles inUse;
    private String complaint = "";
    private @Nullable ScheduledExecutorService timer;
    private @Nullable Future<?> looking;

    TlsReload(TlsSettings settings, TlsContext context, TlsFiles inUse) {
        this.settings = settings;
        this.context = context;
        this.inUse = inUse;
    }

    @Override
    protected void doStart() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "orgstead-tls-reload");
            thread.setDaemon(true);
            return thread;
        });
        long millis = settings.reloadInterval().toMillis();
        looking = started.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    protected void doStop() {
        if (looking != null) {
            looking.cancel(false);
        }
        if (timer != null) {
            timer.shutdown();
        }
    }

    private void look() {
        try {
            TlsFiles files = TlsFiles.read(settings);
            if (!files.equals(inUse)) {
                use(files);
            }
            complaint = "";
        } catch (Exception e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    private void use(TlsFiles files) throws Exception {
        TlsIdentity identity = TlsIdentity.of(files, settings);
        context.replace(identity);
        inUse = files;
        LOG.info(
                "The TLS certificate in {} changed and is in use; it expires at {}",
                settings.certificate(),
                identity.expiry());
    }

    private void complain(String reason) {
        if (!reason.equals(complaint)) {
            complaint = reason;
            LOG.warn("The TLS certificate and key in use stay, the new ones cannot be used: {}", reason);
        }
    }
}
