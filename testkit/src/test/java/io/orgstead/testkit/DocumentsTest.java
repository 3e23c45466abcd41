package io.orgstead.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    @Test
    void objectsBecomeValuesOfTheNearestType() {
        assertThat(Documents.value(1)).isEqualTo(new Value.Int32(1));
        assertThat(Documents.value(1L)).isEqualTo(new Value.Int64(1));
        assertThat(Documents.value(1.0)).isEqualTo(new Value.Float64(1));
        assertThat(Documents.value(new BigDecimal("1.10"))).isEqualTo(Documents.decimal("1.10"));
        assertThat(Documents.value("x")).isEqualTo(new Value.Text("x"));
        assertThat(Documents.value(true)).isEqualTo(new Value.Bool(true));
        assertThat(Documents.value(Instant.ofEpochMilli(5))).isEqualTo(new Value.Date(5));
        assertThat(Documents.value(Value.Null.INSTANCE)).isEqualTo(Value.Null.INSTANCE);
        assertThat(Documents.value(Document.empty())).isEqualTo(new Value.Embedded(Document.empty()));
        assertThat(Documents.list(1, "x")).isEqualTo(new Value.Array(List.of(new Value.Int32(1), new Value.Text("x"))));
    }

    @Test
    void documentKeepsTheOrderOfItsFields() {
        assertThat(Documents.document("b", 1, "a", 2).fields().keySet()).containsExactly("b", "a");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Documents.document("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> Documents.document(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Documents.document("a", new Object()));
    }

    @Test
    void minusMeansDescending() {
        assertThat(Documents.by("a", "-b.c").keys())
                .containsExactly(
                        new SortOrder.Key(new FieldPath("a"), true),
                        new SortOrder.Key(new FieldPath("b.c"), false),
                        new SortOrder.Key(FieldPath.ID, true));
    }

    @Test
    void filterIsOnOneField() {
        assertThat(Documents.equal("a", 1)).isEqualTo(Documents.where("a", Condition.Operator.EQ, 1));
        assertThat(Documents.where("a", Condition.Operator.GT, 1))
                .isEqualTo(new Filter.Match(
                        new FieldPath("a"), new Condition.Compare(Condition.Operator.GT, new Value.Int32(1))));
    }
}
