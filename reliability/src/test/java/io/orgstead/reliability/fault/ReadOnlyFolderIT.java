package io.orgstead.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.reliability.NeedsFilter;
import io.orgstead.reliability.fault.EveryRoute.Sample;
import io.orgstead.reliability.report.Report;
import io.orgstead.reliability.server.EmbeddedStore;
import io.orgstead.reliability.server.OrgsteadServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folder of the embedded store can be read and not written when a server starts: it says so in one line and ends with 1. Once
 * it can be written, the next start finds all that was acknowledged.
 */
@Tag(NeedsFilter.ROOT)
class ReadOnlyFolderIT {

    @TempDir
    Path folder;

    @Test
    void isSaidInOneLine() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        EmbeddedStore store = new EmbeddedStore(disk.resolve("data"));
        try (Mount mount = new Mount(disk, 64)) {
            try (Scene scene = new Scene(store, folder)) {
                assertThat(scene.ask()).allMatch(Sample::succeeded);
                scene.begin(50);
                scene.endAndJudge();
                assertThat(scene.server().stop()).isZero();
            }
            mount.makeReadOnly();
            String said;
            try (OrgsteadServer server = OrgsteadServer.start(folder, store.settings())) {
                assertThat(server.exitCode()).isEqualTo(1);
                said = server.log();
            }
            assertThat(said.lines())
                    .singleElement()
                    .asString()
                    .startsWith("orgstead: ")
                    .contains(disk.toString());
            mount.makeWritable();
            try (OrgsteadServer server = OrgsteadServer.start(folder, store.settings())) {
                assertThat(server.url()).isNotNull();
                Report.add(
                        "read-only folder at the start",
                        store.title(),
                        "one line, exit code 1, nothing changed",
                        "\"" + said.strip().replace(disk.toString(), "...") + "\"");
            }
        }
    }
}
