package io.orgstead.domain.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Decimal128Test {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0",
        "0.00, 0.00",
        "-1.50, -1.50",
        "+7, 7",
        ".5, 0.5",
        "1e3, 1E+3",
        "1E-6176, 1E-6176",
        "10E-6177, 1E-6176",
        "1200E-6178, 1.2E-6175",
        "1E+6111, 1E+6111",
        "1E+6144, 1.000000000000000000000000000000000E+6144",
        "9999999999999999999999999999999999, 9999999999999999999999999999999999",
        "10000000000000000000000000000000000, 1.000000000000000000000000000000000E+34",
        "0E+9999, 0E+6111",
        "0E-9999, 0E-6176",
        "NaN, NaN",
        "-nan, NaN",
        "inf, Infinity",
        "-Infinity, -Infinity",
    })
    void isWrittenAsItIsKept(String text, String written) {
        Decimal128 decimal = Decimal128.parse(text);

        assertThat(decimal).hasToString(written);
        assertThat(decimal.isNaN()).isEqualTo(written.equals("NaN"));
        assertThat(decimal.isNegative()).isEqualTo(written.startsWith("-"));
        assertThat(decimal.number().isPresent()).isEqualTo(!written.matches("NaN|-?Infinity"));
        assertThat(Decimal128.parse(written)).isEqualTo(decimal).hasSameHashCodeAs(decimal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "1e",
                "1e1234567",
                "1 ",
                "0x1",
                "1E+6145",
                "1E-6177",
                "10000000000000000000000000000000001",
                "1.2345678901234567890123456789012345",
                "1E+999999",
                "1E-999999",
                "10E-6178",
                "100E-6179"
            })
    void refusesWhatDoesNotFit(String text) {
        assertThatThrownBy(() -> Decimal128.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void textHasALimit() {
        assertThat(Decimal128.parse("0".repeat(6199) + "1")).isEqualTo(Decimal128.parse("1"));
        assertThatThrownBy(() -> Decimal128.parse("0".repeat(6200) + "1")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void isMadeFromNumbersToo() {
        assertThat(Decimal128.of(new BigDecimal("1.50"))).isEqualTo(Decimal128.parse("1.50"));
        assertThat(Decimal128.of(new BigDecimal("1.50"))).isNotEqualTo(Decimal128.parse("1.5"));
        assertThatThrownBy(() -> Decimal128.of(new BigDecimal("1E+6145"))).isInstanceOf(InvalidValueException.class);
    }
}
