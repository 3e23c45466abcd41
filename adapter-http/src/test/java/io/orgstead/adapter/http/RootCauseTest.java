package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class RootCauseTest {

    @Test
    void tellsTheInnermostMessage() {
        assertThat(RootCause.told(new IOException("outer", new IOException("inner"))))
                .isEqualTo("inner");
    }

    @Test
    void tellsTheKindOfACauseWithoutAMessage() {
        assertThat(RootCause.told(new IOException("outer", new TimeoutException())))
                .isEqualTo("TimeoutException");
        assertThat(RootCause.told(new IOException(" "))).isEqualTo("IOException");
    }

    @Test
    void tellsThatAHostIsUnknown() {
        assertThat(RootCause.told(new IOException("outer", new UnresolvedAddressException())))
                .isEqualTo("unknown host");
    }
}
