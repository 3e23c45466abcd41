package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that a store holds at one moment. */
record Snapshot(List<StoredOrganization> organizations, List<StoredAdmin> admins, Set<String> collections) {

    record StoredOrganization(
            String id, String name, String collection, String adminId, String adminEmail, boolean settled) {}

    record StoredAdmin(String id, String email, String organizationName, boolean settled) {}

    /**
     * What must hold once recovery has run: every organization has its admin and its collection, nothing belongs to
     * nobody, and nothing is under way.
     */
    void assertConsistent(String... foreignCollections) {
        assertThat(organizations).as("settled organizations of %s", this).allMatch(StoredOrganization::settled);
        assertThat(admins).as("settled admins of %s", this).allMatch(StoredAdmin::settled);
        assertThat(admins.stream().map(a -> a.id() + " " + a.email() + " " + a.organizationName()))
                .as("admins and organizations of %s", this)
                .containsExactlyInAnyOrderElementsOf(organizations.stream()
                        .map(o -> o.adminId() + " " + o.adminEmail() + " " + o.name())
                        .toList());
        Set<String> owned = organizations.stream()
                .map(StoredOrganization::collection)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(owned).as("collections are not shared").hasSameSizeAs(organizations);
        owned.addAll(List.of(foreignCollections));
        assertThat(collections).as("collections of %s", this).containsExactlyInAnyOrderElementsOf(owned);
    }
}
