package io.orgstead.reliability.traffic;

import io.orgstead.reliability.journal.Journal;
import io.orgstead.reliability.journal.OrganizationState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The place for one organization of a client: its names and addresses are nobody else's. */
final class Tenant {

    private static final int ALTERNATIVES = 3;

    private final String label;
    private final Journal journal = new Journal();
    private Optional<String> token = Optional.empty();
    private long openSince;

    Tenant(int client, int number) {
        this.label = "t" + client + "n" + number;
    }

    String label() {
        return label;
    }

    Journal journal() {
        return journal;
    }

    List<String> names() {
        return alternatives("Org " + label + " ");
    }

    List<String> emails() {
        return alternatives(label + "-").stream()
                .map(word -> word + "@example.com")
                .toList();
    }

    List<String> passwords() {
        return alternatives("correct horse " + label + " ");
    }

    private static List<String> alternatives(String prefix) {
        return IntStream.range(0, ALTERNATIVES)
                .mapToObj(number -> prefix + number)
                .toList();
    }

    /** The token in hand. */
    Optional<String> token() {
        return token;
    }

    void holdToken(Optional<String> held) {
        token = held;
    }

    /** A change is about to be asked for. */
    void attempt(Optional<OrganizationState> after) {
        journal.attempt(after);
        openSince = System.nanoTime();
    }

    /** How long it has been unknown what became of the last change. */
    long openForNanos() {
        return System.nanoTime() - openSince;
    }
}
