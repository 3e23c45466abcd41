package io.orgstead.domain.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndexKeysTest {

    private static final Value ONE = new Value.Int32(1);
    private static final Value TWO = new Value.Int32(2);
    private static final Value NOTHING = Value.Null.INSTANCE;

    private static IndexDefinition index(String... fields) {
        List<SortOrder.Key> keys = Stream.of(fields)
                .map(field -> new SortOrder.Key(new FieldPath(field), true))
                .toList();
        return new IndexDefinition("i", keys, true, Optional.empty());
    }

    private static Value list(Value... items) {
        return new Value.Array(List.of(items));
    }

    private static SortPosition entry(Value... keys) {
        return new SortPosition(List.of(keys));
    }

    @Test
    void arrayGivesAnEntryForEachItem() {
        Document document = Document.of(Map.of("a", list(ONE, TWO), "b", TWO));

        assertThat(IndexKeys.of(index("a"), document).orElseThrow()).containsExactly(entry(ONE), entry(TWO));
        assertThat(IndexKeys.of(index("a", "b"), document).orElseThrow())
                .containsExactly(entry(ONE, TWO), entry(TWO, TWO));
        assertThat(IndexKeys.of(index("b", "c"), document).orElseThrow()).containsExactly(entry(TWO, NOTHING));
    }

    @Test
    void emptyArrayIsNotNull() {
        Document empty = Document.of(Map.of("a", list()));

        List<SortPosition> entries = IndexKeys.of(index("a"), empty).orElseThrow();

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).keys().get(0).type()).isEqualTo(ValueType.UNDEFINED);
        assertThat(IndexKeys.equal(entries.get(0), entry(NOTHING))).isFalse();
    }

    @Test
    void arraysInTwoFieldsHaveNoEntries() {
        Document document = Document.of(Map.of("a", list(ONE), "b", list(TWO)));

        assertThat(IndexKeys.of(index("a", "b"), document)).isEmpty();
        assertThat(IndexKeys.of(index("a"), document)).isPresent();
    }

    @Test
    void entriesAreEqualAcrossTypesOfNumbers() {
        assertThat(IndexKeys.equal(entry(ONE, TWO), entry(new Value.Float64(1.0), new Value.Int64(2))))
                .isTrue();
        assertThat(IndexKeys.equal(entry(ONE, TWO), entry(TWO, ONE))).isFalse();
        assertThat(IndexKeys.equal(entry(ONE, TWO), entry(ONE, ONE))).isFalse();
    }
}
