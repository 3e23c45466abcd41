package io.orgstead.lifecycle;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.OrganizationName;
import java.util.Optional;

/**
 * One of the places at which a {@link LifecycleWorker} keeps making and removing an organization, and what is known to be
 * there.
 *
 * @param number tells the slots apart; names and addresses of different slots never collide
 * @param revision which of its names the slot has, from 0
 * @param present whether an organization is there
 */
record Slot(int number, int revision, boolean present) {

    /** How many names a slot has. */
    static final int REVISIONS = 4;

    String name() {
        return "slot" + number + "-" + revision;
    }

    String email() {
        return name() + "@example.com";
    }

    CollectionName collection() {
        return OrganizationName.parse(name()).collectionName();
    }

    Slot created() {
        return new Slot(number, revision, true);
    }

    /** Given the next name and another address, which both follow from the revision. */
    Slot moved() {
        return new Slot(number, (revision + 1) % REVISIONS, true);
    }

    /** Given the name and the address before the present ones. */
    Slot movedBack() {
        return new Slot(number, (revision + REVISIONS - 1) % REVISIONS, true);
    }

    Slot deleted() {
        return new Slot(number, revision, false);
    }

    String encode() {
        return number + " " + revision + " " + present;
    }

    static Slot decode(String text) {
        String[] parts = text.split(" ", -1);
        return new Slot(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2]));
    }

    /** What a line of the worker says, if it is whole: the process may have died while writing it. */
    static Optional<Slot> decodeLine(String line, String verb) {
        return line.matches(verb + " \\d+ \\d+ (true|false);")
                ? Optional.of(decode(line.substring(verb.length() + 1, line.length() - 1)))
                : Optional.empty();
    }
}
