package io.orgstead.testkit.contract;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What filters mean: several hundred of them, each with documents and those among these that it finds, as MongoDB's own engine
 * answered (a build of release 9.0). Every store has to find the same ones, or refuse the filter.
 *
 * <p>Releases of MongoDB before 9.0 answer otherwise in one point: there a path that leads through an array to no field at all is not
 * null ({@code {"a.b": null}} on {@code {a: []}} and {@code {a: [1]}}). A store on such a release has to make up for that.
 */
public final class FilterCases {

    private FilterCases() {}

    /**
     * A filter on some documents.
     *
     * @param name tells it from the others
     * @param filter in the notation that {@link io.orgstead.domain.data.FilterParser} reads
     * @param documents the documents, each with an {@code _id} that is text; the same list for many cases
     * @param expected the {@code _id} of each document that the filter finds
     */
    public record Case(String name, Document filter, List<Document> documents, Set<Value> expected) {

        /** Takes copies. */
        public Case {
            documents = List.copyOf(documents);
            expected = Set.copyOf(expected);
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
        return CaseFile.read("filter-cases.txt").stream()
                .map(entry -> new Case(
                        entry.set() + " " + entry.text(),
                        entry.question(),
                        entry.documents(),
                        entry.answer().stream().map(Value.Text::new).collect(Collectors.toUnmodifiableSet())));
    }
}
