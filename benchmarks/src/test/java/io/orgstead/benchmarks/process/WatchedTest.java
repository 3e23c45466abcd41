package io.orgstead.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WatchedTest {

    @Test
    void tellsWhatThisProcessUses() throws IOException {
        Watched self = Watched.self();

        assertThat(self.processorMillis()).isPositive();
        assertThat(self.residentMib()).isPositive().isLessThanOrEqualTo(self.peakMib());
    }

    @Test
    void aProcessThatIsNotThereHasNoFigures() {
        assertThatThrownBy(() -> Watched.process(Long.MAX_VALUE).residentMib()).isInstanceOf(IOException.class);
    }
}
