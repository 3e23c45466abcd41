package io.orgstead.domain.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.QuotaExceededException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are little more than their limits. */
class LimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u007f", "\u00e9", "a\u001f"})
    void keysAreVisibleAscii(String key) {
        assertThatThrownBy(() -> new IdempotencyKey(key)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void keysAreShort() {
        assertThat(new IdempotencyKey("!~" + "k".repeat(253)).value()).hasSize(255);
        assertThatThrownBy(() -> new IdempotencyKey("k".repeat(256))).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0,0", "0,-1,0,0", "0,0,-1,0", "0,0,0,-1"})
    void quotasAreNotNegative(long documents, long bytes, long documentBytes, int indexes) {
        assertThatThrownBy(() -> new Quota(documents, bytes, documentBytes, indexes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quotasMayBeNothing() {
        assertThat(new Usage(0, 0).isWithin(new Quota(0, 0, 0, 0))).isTrue();
        assertThat(new Usage(1, 0).isWithin(new Quota(0, 0, 0, 0))).isFalse();
    }

    @Test
    void usageIsHeldAgainstBothOfItsQuotas() {
        Quota quota = new Quota(2, 100, 0, 0);
        assertThat(new Usage(1, 60).plus(new Usage(1, 40))).isEqualTo(new Usage(2, 100));
        assertThat(new Usage(2, 100).isWithin(quota)).isTrue();
        assertThat(new Usage(3, 100).isWithin(quota)).isFalse();
        assertThat(new Usage(2, 101).isWithin(quota)).isFalse();
    }

    @Test
    void aRefusalForAQuotaSaysWhichAndHowMuch() {
        QuotaExceededException refusal = new QuotaExceededException(QuotaExceededException.Limited.BYTES, 10, 9);
        assertThat(refusal.limited()).isEqualTo(QuotaExceededException.Limited.BYTES);
        assertThat(refusal.limit()).isEqualTo(10);
        assertThat(refusal.used()).isEqualTo(9);
    }

    @Test
    void bytesAreTheirContent() {
        Bytes bytes = Bytes.of(new byte[] {-1, 0, 1});
        assertThat(bytes.length()).isEqualTo(3);
        assertThat(bytes.toArray()).containsExactly(-1, 0, 1);
        assertThat(bytes.toBase64()).isEqualTo(Base64.getEncoder().encodeToString(new byte[] {-1, 0, 1}));
        assertThat(Bytes.ofBase64(bytes.toBase64())).isEqualTo(bytes).hasSameHashCodeAs(bytes);
        assertThat(bytes).isNotEqualTo(Bytes.of(new byte[] {-1, 0, 2})).hasToString("3 bytes");
        assertThat(bytes.compareContent(Bytes.of(new byte[] {1}))).isPositive();
        assertThat(Bytes.of(new byte[] {1}).hashCode()).isNotEqualTo(bytes.hashCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256})
    void subtypesAreOneByte(int subtype) {
        assertThatThrownBy(() -> new Value.Binary(subtype, Bytes.of(new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Value.Binary(255, Bytes.of(new byte[0])).subtype()).isEqualTo(255);
    }

    @Test
    void partsOfTimestampsAreFourBytes() {
        long most = 0xffff_ffffL;
        assertThat(new Value.Timestamp(most, most).increment()).isEqualTo(most);
        assertThatThrownBy(() -> new Value.Timestamp(most + 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Value.Timestamp(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DocumentQuery query(int limit, Optional<SortPosition> after) {
        return new DocumentQuery(Filter.all(), SortOrder.BY_ID, Projection.ALL, limit, after);
    }

    @Test
    void pagesHaveOneDocumentToAThousand() {
        assertThat(query(1, Optional.empty()).limit()).isEqualTo(1);
        assertThat(query(1_000, Optional.empty()).limit()).isEqualTo(1_000);
        for (int wrong : new int[] {-1, 0, 1_001}) {
            assertThatThrownBy(() -> query(wrong, Optional.empty()))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("limit");
        }
    }

    @Test
    void aCursorIsOfItsQuery() {
        SortPosition ofId = new SortPosition(List.of(new Value.Text("a")));
        SortPosition ofTwo = new SortPosition(List.of(new Value.Text("a"), new Value.Text("b")));
        assertThat(query(1, Optional.of(ofId)).after()).contains(ofId);
        assertThatThrownBy(() -> query(1, Optional.of(ofTwo)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("cursor");
    }
}
