package io.orgstead.reliability.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What must be there of one organization, from what its only client was told. Empty stands for no organization. A change that
 * was acknowledged is there, one that was refused is not, and one that nothing was heard of is there as a whole or not at all.
 * Not thread-safe.
 */
public final class Journal {

    private Optional<OrganizationState> settled = Optional.empty();
    private List<Optional<OrganizationState>> attempted = List.of();

    /** What must be there, as long as nothing is open. */
    public Optional<OrganizationState> settled() {
        return settled;
    }

    /** Whether a change was asked for of which nothing was heard. */
    public boolean isOpen() {
        return !attempted.isEmpty();
    }

    /** All that may be there. */
    public List<Optional<OrganizationState>> possible() {
        List<Optional<OrganizationState>> all = new ArrayList<>();
        all.add(settled);
        all.addAll(attempted);
        return all;
    }

    /** A change is about to be asked for. */
    public void attempt(Optional<OrganizationState> after) {
        if (isOpen()) {
            throw new IllegalStateException("what became of the change before is not known");
        }
        attempted = List.of(after);
    }

    /** The change that was asked for has happened. */
    public void acknowledged() {
        settled = attempted.get(0);
        attempted = List.of();
    }

    /** The change that was asked for has not happened. */
    public void refused() {
        attempted = List.of();
    }

    /**
     * Compares with what is there. From then on that is what must be there.
     *
     * @return what is wrong with it; nothing if all is as it may be
     */
    public List<String> judge(Optional<OrganizationState> found) {
        List<String> findings = possible().contains(found) ? List.of() : differences(found);
        settled = found;
        attempted = List.of();
        return findings;
    }

    private List<String> differences(Optional<OrganizationState> found) {
        if (found.isEmpty()) {
            return List.of(
                    "lost organization: " + settled.map(OrganizationState::name).orElse(""));
        }
        Optional<OrganizationState> nearest =
                possible().stream().filter(Optional::isPresent).findFirst().orElse(Optional.empty());
        if (nearest.isEmpty()) {
            return List.of("ghost organization: " + found.get().name());
        }
        List<String> findings = new ArrayList<>();
        boolean several = isOpen();
        OrganizationState expected = nearest.get();
        compare(findings, "name", expected.name(), found.get().name());
        compare(findings, "email", expected.email(), found.get().email());
        compare(findings, "password", expected.password(), found.get().password());
        documents(findings, expected.documents(), found.get().documents());
        if (several) {
            findings.add("after a change that was not answered, which is there neither as a whole nor not at all");
        }
        return findings;
    }

    private static void compare(List<String> findings, String what, String expected, String found) {
        if (!expected.equals(found)) {
            findings.add("another " + what + ": " + found + " instead of " + expected);
        }
    }

    private static void documents(List<String> findings, Map<String, String> expected, Map<String, String> found) {
        Map<String, String> ghosts = new TreeMap<>(found);
        expected.forEach((id, content) -> {
            String other = ghosts.remove(id);
            if (other == null) {
                findings.add("lost document: " + id);
            } else if (!other.equals(content)) {
                findings.add("another content of document " + id + ": " + other + " instead of " + content);
            }
        });
        ghosts.keySet().forEach(id -> findings.add("ghost document: " + id));
    }
}
