package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final List<String> closed = new ArrayList<>();
    private final Parts parts = new Parts();

    @Test
    void closesInReverseOrderAndOnce() {
        parts.add(part("store"));
        parts.add(() -> {
            throw new IllegalStateException("will not close");
        });
        parts.add(part("http"));

        parts.close();
        parts.close();

        assertThat(closed).containsExactly("http", "store");
    }

    @Test
    void closesWhatComesTooLate() {
        parts.close();

        assertThatThrownBy(() -> parts.add(part("late"))).isInstanceOf(CancellationException.class);
        assertThat(closed).containsExactly("late");
    }

    private AutoCloseable part(String name) {
        return () -> closed.add(name);
    }
}
