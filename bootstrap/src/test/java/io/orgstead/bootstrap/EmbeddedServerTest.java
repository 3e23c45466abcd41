package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest extends ServerContract {

    @TempDir
    Path folder;

    @Override
    Map<String, String> storeSettings() {
        return Map.of("ORGSTEAD_DATA_DIR", folder.resolve("data").toString());
    }

    @Test
    void keepsItsSecretForItself() throws IOException {
        Path secret = folder.resolve("data").resolve("jwt-secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(secret).strip()).hasSizeGreaterThanOrEqualTo(64);
    }

    @Test
    void refusesASecondServerOnTheSameFolder() throws InvalidSettingsException {
        ServerSettings same = SettingsReader.read(
                Map.of("ORGSTEAD_DATA_DIR", folder.resolve("data").toString(), "ORGSTEAD_HTTP_PORT", "0"));
        assertThatThrownBy(() -> Server.start(same))
                .hasMessageContaining(folder.resolve("data").toString());
    }

    @Test
    void refusesASecretFileThatIsNone() throws IOException, InvalidSettingsException {
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("jwt-secret"), "short");
        ServerSettings settings =
                SettingsReader.read(Map.of("ORGSTEAD_DATA_DIR", damaged.toString(), "ORGSTEAD_HTTP_PORT", "0"));
        assertThatThrownBy(() -> Server.start(settings)).hasMessageContaining("jwt-secret");
        assertThatThrownBy(() -> Server.start(settings))
                .as("nothing was left open")
                .hasMessageContaining("jwt-secret");
    }
}
