package io.orgstead.domain.data;

import java.util.List;

/** A part of a regular expression. */
sealed interface RegexNode {

    /** How often the most may be without an end. */
    int ENDLESS = -1;

    /** One character of a set. */
    record One(CharacterSet set) implements RegexNode {}

    /** A place in the text. */
    record At(Place place) implements RegexNode {}

    /** One after the other. */
    record Sequence(List<RegexNode> parts) implements RegexNode {

        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of these. */
    record Choice(List<RegexNode> parts) implements RegexNode {

        public Choice {
            parts = List.copyOf(parts);
        }
    }

    /** The same some times over; the most is {@link #ENDLESS} or a number. */
    record Repeat(RegexNode part, int least, int most) implements RegexNode {}

    /** Places in a text. */
    enum Place {
        /** Where it begins. */
        START {
            @Override
            boolean isAt(String text, int index) {
                return index == 0;
            }
        },
        /** Where it ends, or before the line feed that ends it. */
        END {
            @Override
            boolean isAt(String text, int index) {
                return index == text.length() || (index == text.length() - 1 && text.charAt(index) == '\n');
            }
        },
        /** Where a line begins; what follows the last line feed is none if it is empty. */
        LINE_START {
            @Override
            boolean isAt(String text, int index) {
                return index == 0 || (index < text.length() && text.charAt(index - 1) == '\n');
            }
        },
        /** Where a line ends. */
        LINE_END {
            @Override
            boolean isAt(String text, int index) {
                return index == text.length() || text.charAt(index) == '\n';
            }
        };

        abstract boolean isAt(String text, int index);
    }
}
