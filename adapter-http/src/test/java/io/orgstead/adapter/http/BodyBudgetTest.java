package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private static final int SMALL = BodyBudget.SMALL_BODY;

    private final BodyBudget budget = new BodyBudget(8L * SMALL);

    @Test
    void largeBodiesLeaveAQuarterToSmallOnes() {
        BodyBudget.Share large = budget.open();
        assertThat(large.take(6 * SMALL)).isTrue();

        assertThat(large.take(1)).isFalse();
        assertThat(budget.open().take(SMALL + 1)).isFalse();
        assertThat(budget.open().take(SMALL)).isTrue();
        assertThat(budget.open().take(SMALL)).isTrue();
        assertThat(budget.open().take(1)).isFalse();
        assertThat(budget.taken()).isEqualTo(8L * SMALL);
    }

    @Test
    void whatIsTakenIsGivenBackOnce() {
        BodyBudget.Share share = budget.open();
        share.take(100);
        share.take(200);
        assertThat(budget.taken()).isEqualTo(300);

        share.close();
        share.close();

        assertThat(budget.taken()).isZero();
    }

    @Test
    void whatComesAfterTheEndIsNotTaken() {
        BodyBudget.Share share = budget.open();
        share.close();

        assertThat(share.take(1)).isFalse();
        assertThat(budget.taken()).isZero();
    }
}
