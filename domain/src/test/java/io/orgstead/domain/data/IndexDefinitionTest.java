package io.orgstead.domain.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexDefinitionTest {

    private static SortOrder.Key key(String path) {
        return new SortOrder.Key(new FieldPath(path), true);
    }

    private static List<SortOrder.Key> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> key("f" + i)).toList();
    }

    private static IndexDefinition on(List<SortOrder.Key> keys, Duration expiry) {
        return new IndexDefinition("i", keys, false, Optional.of(expiry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_id_", "a b", "a.b", "$a"})
    void namesAreShortAndPlain(String name) {
        assertThatThrownBy(() -> new IndexDefinition(name, keys(1), false, Optional.empty()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void isOnSomeFieldsAndOnEachOnce() {
        assertThat(new IndexDefinition("i".repeat(64), keys(8), true, Optional.empty()).keys())
                .hasSize(8);
        assertThatThrownBy(() -> new IndexDefinition("i".repeat(65), keys(1), true, Optional.empty()))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new IndexDefinition("i", keys(9), true, Optional.empty()))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new IndexDefinition("i", List.of(), true, Optional.empty()))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new IndexDefinition("i", List.of(key("a"), key("a")), true, Optional.empty()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void documentsExpireByOneFieldAfterWholeSeconds() {
        assertThat(on(keys(1), Duration.ZERO).expireAfter()).contains(Duration.ZERO);
        assertThat(on(keys(1), Duration.ofSeconds(Integer.MAX_VALUE)).expireAfter())
                .isPresent();
        for (Duration wrong :
                List.of(Duration.ofSeconds(-1), Duration.ofMillis(1500), Duration.ofSeconds(Integer.MAX_VALUE + 1L))) {
            assertThatThrownBy(() -> on(keys(1), wrong)).isInstanceOf(InvalidValueException.class);
        }
        assertThatThrownBy(() -> on(keys(2), Duration.ZERO)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> on(List.of(key("_id")), Duration.ZERO)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void isNamedAfterItsFields() {
        assertThat(IndexDefinition.nameOf(List.of(key("a.b"), new SortOrder.Key(new FieldPath("c d"), false))))
                .isEqualTo("a_b_1_c_d_-1");
        assertThat(IndexDefinition.nameOf(List.of(key("f".repeat(62))))).isEqualTo("f".repeat(62) + "_1");
        assertThat(IndexDefinition.nameOf(List.of(key("f".repeat(63))))).isEqualTo("f".repeat(63) + "_");
    }
}
