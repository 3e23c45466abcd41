package io.orgstead.application.model;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A store in memory that can be put back to what it was at any moment. It keeps the contracts, but for what is taken away. */
final class ModelStore implements InstantSource {

    private final Set<Fence> fences;
    private Contents contents;

    ModelStore(Contents contents, Set<Fence> missing) {
        this.contents = contents;
        this.fences = EnumSet.allOf(Fence.class);
        fences.removeAll(missing);
    }

    synchronized Contents contents() {
        return contents;
    }

    synchronized void contents(Contents replacement) {
        contents = replacement;
    }

    synchronized void change(UnaryOperator<Contents> step) {
        contents = step.apply(contents);
    }

    boolean has(Fence fence) {
        return fences.contains(fence);
    }

    @Override
    public Instant instant() {
        return contents().now();
    }

    Organizations organizations() {
        return new ModelOrganizations(this);
    }

    Admins admins() {
        return new ModelAdmins(this);
    }

    TenantCollections tenantCollections() {
        return new ModelCollections(this);
    }

    /** Adds a document as its tenant would; makes a stranger's collection where there is none. */
    synchronized void addDocument(CollectionName name) {
        if (!contents.open().containsKey(name)) {
            contents = contents.withBirth(name.value());
            Contents.Collection strangers =
                    new Contents.Collection(contents.lastBorn(name.value()), Optional.empty(), 0);
            contents = contents.withOpen(open -> open.put(name, strangers));
        }
        contents = contents.withOpen(open -> open.computeIfPresent(name, (n, found) -> found.withOneMore()));
    }
}
