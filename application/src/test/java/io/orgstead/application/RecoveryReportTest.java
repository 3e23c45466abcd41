package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.RecoverInterrupted.Report;
import org.junit.jupiter.api.Test;

class RecoveryReportTest {

    @Test
    void isEmptyIfThereWasNothingToDo() {
        assertThat(new Report(0, 0, 0).isEmpty()).isTrue();
        assertThat(new Report(1, 0, 0).isEmpty()).isFalse();
        assertThat(new Report(0, 1, 0).isEmpty()).isFalse();
        assertThat(new Report(0, 0, 1).isEmpty()).isFalse();
    }
}
