package io.orgstead.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

    @Test
    void isShownToNobodyByItself() {
        AccessToken token = new AccessToken("s3cret", Duration.ofMinutes(30));

        assertThat(token).hasToString("AccessToken[hidden]");
        assertThat(token.reveal()).isEqualTo("s3cret");
        assertThat(token.lifetime()).isEqualTo(Duration.ofMinutes(30));
    }
}
