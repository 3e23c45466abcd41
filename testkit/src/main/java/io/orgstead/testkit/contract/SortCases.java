package io.orgstead.testkit.contract;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What orders mean: documents, an order, and how MongoDB's own engine sorted them. Every store has to sort them the same, or refuse. */
public final class SortCases {

    private static final String REFUSED = "refused";

    private SortCases() {}

    /**
     * An order on some documents.
     *
     * @param name tells it from the others
     * @param sort in the notation that {@link io.orgstead.domain.data.SortOrder#parse} reads
     * @param documents the documents, each with an {@code _id} that is text; the same list for many cases
     * @param expected the {@code _id} of all documents in that order; empty where there is none, and every store refuses
     */
    public record Case(String name, Document sort, List<Document> documents, Optional<List<Value>> expected) {

        /** Takes copies. */
        public Case {
            documents = List.copyOf(documents);
            expected = expected.map(List::copyOf);
        }

        /** Its name. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * All cases.
     *
     * @return those on the same documents follow one another
     */
    public static Stream<Case> all() {
        return CaseFile.read("sort-cases.txt").stream()
                .map(entry -> new Case(
                        entry.set() + " " + entry.text(), entry.question(), entry.documents(), order(entry.answer())));
    }

    private static Optional<List<Value>> order(List<String> answer) {
        return answer.equals(List.of(REFUSED))
                ? Optional.empty()
                : Optional.of(answer.stream().<Value>map(Value.Text::new).toList());
    }
}
