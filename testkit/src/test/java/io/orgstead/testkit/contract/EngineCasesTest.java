package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterEvaluation;
import io.orgstead.domain.data.FilterParser;
import io.orgstead.domain.data.SortKeys;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.QueryRefusedException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The domain's own evaluation answers as MongoDB's engine did. */
class EngineCasesTest {

    static Stream<FilterCases.Case> filters() {
        return FilterCases.all();
    }

    static Stream<SortCases.Case> sorts() {
        return SortCases.all();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void findsWhatTheEngineFound(FilterCases.Case filterCase) {
        Filter filter = FilterParser.parse(filterCase.filter());
        Set<Value> found = filterCase.documents().stream()
                .filter(document -> FilterEvaluation.matches(filter, document))
                .map(Document::id)
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(filterCase.expected());
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void sortsAsTheEngineSorted(SortCases.Case sortCase) {
        SortOrder order = SortOrder.parse(sortCase.sort());
        Comparator<SortPosition> comparator = SortKeys.comparator(order);
        if (sortCase.expected().isEmpty()) {
            assertThatThrownBy(() -> sortCase.documents().forEach(document -> SortKeys.of(order, document)))
                    .isInstanceOf(QueryRefusedException.class);
            return;
        }
        List<Value> sorted = sortCase.documents().stream()
                .sorted(Comparator.comparing(document -> SortKeys.of(order, document), comparator))
                .map(Document::id)
                .toList();
        assertThat(sorted).isEqualTo(sortCase.expected().orElseThrow());
    }

    @Test
    void thereAreManyCasesOfDifferentNamesOnDocumentsThatAStoreTakes() {
        List<FilterCases.Case> filters = FilterCases.all().toList();
        assertThat(filters).hasSizeGreaterThan(500);
        assertThat(new HashSet<>(filters.stream().map(FilterCases.Case::name).toList()))
                .hasSameSizeAs(filters);
        filters.forEach(one -> one.documents().forEach(DocumentRules::check));
        SortCases.all().forEach(one -> one.documents().forEach(DocumentRules::check));
    }

    /** Cases that find nothing or everything tell little. */
    @Test
    void mostFiltersFindSomeOfTheDocuments() {
        assertThat(FilterCases.all()
                        .filter(one -> !one.expected().isEmpty()
                                && one.expected().size() < one.documents().size()))
                .hasSizeGreaterThan(500);
    }
}
