package io.orgstead.application.internal;

import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.AuditLog;
import io.orgstead.domain.port.HealthProbe;
import io.orgstead.domain.port.IdSource;
import io.orgstead.domain.port.LoginThrottle;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.PasswordHasher;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TokenService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * All that the use cases stand on.
 *
 * @param data what those of documents stand on; empty if there are none
 * @param mark empty if the store cannot be left
 */
public record Ports(
        Organizations organizations,
        Admins admins,
        TenantCollections collections,
        PasswordHasher hasher,
        TokenService tokens,
        LoginThrottle throttle,
        AuditLog audit,
        IdSource ids,
        List<HealthProbe> probes,
        InstantSource clock,
        Duration lease,
        Duration deleteGrace,
        IsolationModel isolation,
        Optional<DataPorts> data,
        Optional<OwnMark> mark) {}
