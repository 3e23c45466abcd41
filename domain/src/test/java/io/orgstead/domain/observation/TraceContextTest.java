package io.orgstead.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String HEADER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void saysWhatItRead() {
        TraceContext read = TraceContext.parse(HEADER).orElseThrow();

        assertThat(read).isEqualTo(new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1));
        assertThat(read.isSampled()).isTrue();
        assertThat(read.header()).isEqualTo(HEADER);
        assertThat(read.at("b7ad6b7169203331").header())
                .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-b7ad6b7169203331-01");
    }

    @Test
    void laterVersionsAreReadAsThisOne() {
        assertThat(TraceContext.parse("cc" + HEADER.substring(2) + "-what-the-future-will-be-like"))
                .isEqualTo(TraceContext.parse(HEADER));
        assertThat(TraceContext.parse(HEADER.substring(0, 53) + "fd")
                        .orElseThrow()
                        .header())
                .as("flags that nobody knows are not passed on")
                .isEqualTo(HEADER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0g"
            })
    void theMalformedIsNone(String header) {
        assertThat(TraceContext.parse(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,00,false", "1,01,true", "2,02,false", "3,03,true", "15,0f,true", "16,10,false", "255,ff,true"})
    void flagsAreOneByte(int flags, String written, boolean sampled) {
        TraceContext context = new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", flags);

        assertThat(context.header()).isEqualTo(HEADER.substring(0, 53) + written);
        assertThat(context.isSampled()).isEqualTo(sampled);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256})
    void otherFlagsAreNone(int flags) {
        assertThatThrownBy(() -> new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", flags))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void headersHaveALimit() {
        String longest = "cc" + HEADER.substring(2) + "-" + "x".repeat(256 - HEADER.length() - 1);

        assertThat(TraceContext.parse(longest)).isPresent();
        assertThat(TraceContext.parse(longest + "x")).isEmpty();
    }
}
