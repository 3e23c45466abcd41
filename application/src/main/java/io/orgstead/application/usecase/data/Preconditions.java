package io.orgstead.application.usecase.data;

import java.util.Optional;
import java.util.Set;

/**
 * When to change a document: only if it is one of some known states, or none of them (the conditions of RFC 9110, section 13). They
 * are looked at in one step with the change.
 *
 * @param match the document must be one of these; empty if it need not
 * @param noneMatch the document must be none of these; empty if it may
 */
public record Preconditions(Optional<Tags> match, Optional<Tags> noneMatch) {

    /** Whatever is there. */
    public static final Preconditions NONE = new Preconditions(Optional.empty(), Optional.empty());

    /**
     * Whether a change may be made.
     *
     * @param current the document's tag; empty if there is no document
     * @return true if both conditions hold
     */
    public boolean hold(Optional<DocumentTag> current) {
        return match.map(tags -> tags.name(current)).orElse(true)
                && !noneMatch.map(tags -> tags.name(current)).orElse(false);
    }

    /**
     * States of a document.
     *
     * @param any whether every state is meant, as long as there is a document
     * @param tags else the states
     */
    public record Tags(boolean any, Set<DocumentTag> tags) {

        /** Every state. */
        public static final Tags ANY = new Tags(true, Set.of());

        /** Takes a copy. */
        public Tags {
            tags = Set.copyOf(tags);
        }

        private boolean name(Optional<DocumentTag> current) {
            return current.filter(tag -> any || tags.contains(tag)).isPresent();
        }
    }
}
