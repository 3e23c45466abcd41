package io.orgstead.application.model;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All that the instances share, at one moment: what is stored, and the time. Immutable. */
final class Contents {

    /**
     * A collection.
     *
     * @param marker the document it was born with; empty for a stranger's
     * @param others how many documents it has beside that
     */
    record Collection(CollectionIncarnation incarnation, Optional<TenantMarker> marker, int others) {

        Collection withOneMore() {
            return new Collection(incarnation, marker, others + 1);
        }

        int documents() {
            return others + (marker.isPresent() ? 1 : 0);
        }
    }

    private record Parts(
            Map<OrganizationId, Organization> organizations,
            Map<AdminId, Admin> admins,
            Map<CollectionName, Collection> open,
            Map<OrganizationId, Collection> staged,
            Map<String, Integer> births,
            Instant now) {}

    private final Parts parts;
    /** 0 until it is asked for, as {@link String} does. */
    private int hash;

    private Contents(Parts parts) {
        this.parts = parts;
    }

    static Contents empty(Instant now) {
        return new Contents(new Parts(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), now));
    }

    Map<OrganizationId, Organization> organizations() {
        return parts.organizations();
    }

    Map<AdminId, Admin> admins() {
        return parts.admins();
    }

    /** The public collections. */
    Map<CollectionName, Collection> open() {
        return parts.open();
    }

    /** The private collections. */
    Map<OrganizationId, Collection> staged() {
        return parts.staged();
    }

    Instant now() {
        return parts.now();
    }

    List<Admin> adminsInOrder() {
        return parts.admins().values().stream()
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .toList();
    }

    List<Organization> organizationsInOrder() {
        return parts.organizations().values().stream()
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .toList();
    }

    Contents at(Instant instant) {
        return new Contents(new Parts(
                parts.organizations(), parts.admins(), parts.open(), parts.staged(), parts.births(), instant));
    }

    Contents withOrganizations(Consumer<Map<OrganizationId, Organization>> change) {
        return new Contents(new Parts(
                changed(parts.organizations(), change),
                parts.admins(),
                parts.open(),
                parts.staged(),
                parts.births(),
                parts.now()));
    }

    Contents withAdmins(Consumer<Map<AdminId, Admin>> change) {
        return new Contents(new Parts(
                parts.organizations(),
                changed(parts.admins(), change),
                parts.open(),
                parts.staged(),
                parts.births(),
                parts.now()));
    }

    Contents withOpen(Consumer<Map<CollectionName, Collection>> change) {
        return new Contents(new Parts(
                parts.organizations(),
                parts.admins(),
                changed(parts.open(), change),
                parts.staged(),
                parts.births(),
                parts.now()));
    }

    Contents withStaged(Consumer<Map<OrganizationId, Collection>> change) {
        return new Contents(new Parts(
                parts.organizations(),
                parts.admins(),
                parts.open(),
                changed(parts.staged(), change),
                parts.births(),
                parts.now()));
    }

    /** Counts one more collection born for the same reason, so that its incarnation is a fresh one. */
    Contents withBirth(String reason) {
        return new Contents(new Parts(
                parts.organizations(),
                parts.admins(),
                parts.open(),
                parts.staged(),
                changed(parts.births(), births -> births.merge(reason, 1, Integer::sum)),
                parts.now()));
    }

    CollectionIncarnation lastBorn(String reason) {
        return new CollectionIncarnation(reason + " #" + parts.births().getOrDefault(reason, 0));
    }

    private static <K, V> Map<K, V> changed(Map<K, V> before, Consumer<Map<K, V>> change) {
        Map<K, V> after = new HashMap<>(before);
        change.accept(after);
        return after;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Contents contents
                        && contents.hashCode() == hashCode()
                        && contents.parts.equals(parts));
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = parts.hashCode();
            hash = known;
        }
        return known;
    }
}
