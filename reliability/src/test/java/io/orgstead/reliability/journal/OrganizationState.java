package io.orgstead.reliability.journal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All of an organization that its admin can see.
 *
 * @param documents the content of each document, by its identifier
 */
public record OrganizationState(String name, String email, String password, SortedMap<String, String> documents) {

    /** A state of its own, whatever becomes of the map. */
    public OrganizationState {
        documents = new TreeMap<>(documents);
    }

    /** The same organization under another name. */
    public OrganizationState named(String newName) {
        return new OrganizationState(newName, email, password, documents);
    }

    /** The same organization with another address of its admin. */
    public OrganizationState reachedAt(String newEmail) {
        return new OrganizationState(name, newEmail, password, documents);
    }

    /** The same organization with another password. */
    public OrganizationState openedBy(String newPassword) {
        return new OrganizationState(name, email, newPassword, documents);
    }

    /** The same organization with these documents put in, in the place of others where there are any. */
    public OrganizationState with(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(documents);
        all.putAll(more);
        return new OrganizationState(name, email, password, all);
    }

    /** The same organization without a document. */
    public OrganizationState without(String id) {
        SortedMap<String, String> rest = new TreeMap<>(documents);
        rest.remove(id);
        return new OrganizationState(name, email, password, rest);
    }
}
