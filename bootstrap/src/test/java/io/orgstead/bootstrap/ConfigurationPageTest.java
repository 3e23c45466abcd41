package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    /** With {@code -Dorgstead.docs=write} it is written first. */
    @Test
    void thePageIsUpToDate() throws IOException {
        if ("write".equals(System.getProperty("orgstead.docs"))) {
            Files.writeString(PAGE, ConfigurationPage.text());
        }
        assertThat(PAGE).content().as("see the command at the top of the page").isEqualTo(ConfigurationPage.text());
    }

    @Test
    void theReadmesTableAgrees() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme.lines().filter(line -> line.startsWith("| `ORGSTEAD_")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(ConfigurationPage.text()).contains("\n" + line + "\n"));
    }
}
