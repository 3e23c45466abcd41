package io.orgstead.application.internal;

import io.orgstead.application.usecase.CheckHealth;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.HealthProbe;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

final class CheckHealthHandler implements CheckHealth {

    private final Ports ports;

    CheckHealthHandler(Ports ports) {
        this.ports = ports;
    }

    @Override
    public Report check() {
        Map<String, Boolean> checks = new TreeMap<>();
        for (HealthProbe probe : ports.probes()) {
            checks.put(probe.name(), isThere(probe));
        }
        return new Report(Collections.unmodifiableMap(checks));
    }

    private static boolean isThere(HealthProbe probe) {
        try {
            probe.check();
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }
}
