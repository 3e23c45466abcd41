package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterParser;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.FailureCode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The cases that say what filters and orders mean, put to the store. Cases on the same documents go to one organization. */
abstract class TenantQuestions extends TenantData {

    private List<Document> asked = List.of();
    private Optional<TenantScope> keeper = Optional.empty();

    private TenantScope keeperOf(List<Document> kept, BiConsumer<TenantScope, List<Document>> prepared) {
        if (keeper.isEmpty() || !asked.equals(kept)) {
            TenantScope next = newTenant();
            insert(next, kept);
            prepared.accept(next, kept);
            asked = kept;
            keeper = Optional.of(next);
        }
        return keeper.get();
    }

    /**
     * How many of the questions that MongoDB has answered are put to the store: every one, or one in so many where another run of
     * the suite puts all of them to the same translation.
     *
     * @return 1 or more; 1 unless overridden
     */
    protected int oneQuestionIn() {
        return 1;
    }

    private <T> Stream<T> selected(Stream<T> questions) {
        AtomicInteger number = new AtomicInteger();
        return questions.filter(question -> number.getAndIncrement() % oneQuestionIn() == 0);
    }

    /** Puts every filter to the store, once the organization that keeps its documents is prepared. */
    Stream<DynamicTest> filters(BiConsumer<TenantScope, List<Document>> prepared) {
        return selected(FilterCases.all())
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    TenantScope tenant = keeperOf(question.documents(), prepared);
                    Filter filter = FilterParser.parse(question.filter());

                    assertThat(ids(pages(tenant, filter, SortOrder.BY_ID)))
                            .containsExactlyInAnyOrderElementsOf(question.expected());
                    assertThat(documents.count(tenant, filter))
                            .isEqualTo(question.expected().size());
                }));
    }

    /** Puts every order to the store, whole and page by page. */
    Stream<DynamicTest> orders(BiConsumer<TenantScope, List<Document>> prepared) {
        return selected(SortCases.all())
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    TenantScope tenant = keeperOf(question.documents(), prepared);
                    SortOrder sort = SortOrder.parse(question.sort());
                    if (question.expected().isEmpty()) {
                        Refusal.expect(FailureCode.QUERY_REFUSED, () -> pages(tenant, Filter.all(), sort));
                        return;
                    }
                    List<Value> expected = question.expected().get();

                    assertThat(ids(pages(tenant, Filter.all(), sort))).isEqualTo(expected);
                    assertThat(ids(pages(tenant, Filter.all(), sort, 3))).isEqualTo(expected);
                }));
    }
}
