package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenSecretFileTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndLeavesNoDraft() {
        String secret = TokenSecretFile.in(folder);

        assertThat(secret).hasSize(64);
        assertThat(TokenSecretFile.in(folder)).isEqualTo(secret);
        assertThat(folder.toFile().list()).containsExactly("jwt-secret");
    }
}
