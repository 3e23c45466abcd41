package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.CollectionBudget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionBudgetTest {

    @ParameterizedTest
    @CsvSource({
        "0,,false",
        "3999,,false",
        "4000,with 5000 half,false",
        "7999,with 5000 half,false",
        "8000,at most 10000,false",
        "9999,at most 10000,false",
        "10000,at most 10000,true",
        "10001,at most 10000,true"
    })
    void warnsInTime(long collections, String warning, boolean spent) {
        CollectionBudget budget = new CollectionBudget(collections);

        assertThat(budget.isSpent()).isEqualTo(spent);
        if (warning == null) {
            assertThat(budget.warning()).isEmpty();
        } else {
            assertThat(budget.warning())
                    .hasValueSatisfying(text -> assertThat(text)
                            .startsWith(collections + " collections")
                            .contains(warning));
        }
    }
}
