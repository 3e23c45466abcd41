package io.orgstead.domain.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import org.junit.jupiter.api.Test;

class DocumentSchemaTest {

    @Test
    void isNotTooLong() {
        String longest = "x".repeat(DocumentSchema.MAX_LENGTH);
        assertThat(new DocumentSchema(longest).json()).isEqualTo(longest);
        assertThatThrownBy(() -> new DocumentSchema(longest + "x"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("65536");
    }
}
