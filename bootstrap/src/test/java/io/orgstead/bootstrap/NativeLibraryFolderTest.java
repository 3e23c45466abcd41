package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryFolderTest {

    @TempDir
    Path parent;

    @Test
    void isItsOwnersOnlyAndGoneWhenClosed() throws IOException {
        try (NativeLibraryFolder folder = NativeLibraryFolder.in(parent)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
            Files.createFile(folder.path().resolve("library.so"));
            assertThat(parent).isNotEmptyDirectory();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void hasTheLibraryForAsLongAsItIsOpen() throws IOException {
        try (NativeLibraryFolder folder = NativeLibraryFolder.in(parent)) {
            folder.unpack();

            assertThat(System.getProperty("org.sqlite.lib.path"))
                    .isEqualTo(folder.path().toString());
            assertThat(folder.path().resolve(System.getProperty("org.sqlite.lib.name")))
                    .isNotEmptyFile();
        }
        assertThat(System.getProperties()).doesNotContainKeys("org.sqlite.lib.path", "org.sqlite.lib.name");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void leavesALibraryAloneThatTheOperatorNames() throws IOException {
        System.setProperty("org.sqlite.lib.path", "/elsewhere");
        try (NativeLibraryFolder folder = NativeLibraryFolder.in(parent)) {
            folder.unpack();
        } finally {
            assertThat(System.clearProperty("org.sqlite.lib.path")).isEqualTo("/elsewhere");
        }
    }

    @Test
    void removesWhatKilledProcessesLeft() throws IOException {
        Path loaded = leftover("loaded");
        Files.createFile(loaded.resolve(NativeLibraryFolder.LOCK));
        Files.createFile(loaded.resolve("library.so"));
        leftover("just-made");

        NativeLibraryFolder.in(parent).close();

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void leavesAloneWhatIsInUse() throws IOException {
        try (NativeLibraryFolder first = NativeLibraryFolder.in(parent)) {
            NativeLibraryFolder.in(parent).close();

            assertThat(first.path().resolve(NativeLibraryFolder.LOCK)).exists();
        }
    }

    @Test
    void leavesAloneWhatItDidNotMake() throws IOException {
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve(NativeLibraryFolder.LOCK));
        Path link = Files.createSymbolicLink(parent.resolve(NativeLibraryFolder.PREFIX + "link"), elsewhere);
        Path file = Files.createFile(parent.resolve(NativeLibraryFolder.PREFIX + "file"));
        Path withoutLock = leftover("without-lock");
        Path content = Files.createFile(withoutLock.resolve("content"));

        NativeLibraryFolder.in(parent).close();

        assertThat(link).isSymbolicLink();
        assertThat(elsewhere.resolve(NativeLibraryFolder.LOCK)).exists();
        assertThat(file).exists();
        assertThat(content).exists();
    }

    @Test
    void leavesAloneWhatOthersOwn() throws IOException {
        Path foreign = leftover("foreign");
        Files.createFile(foreign.resolve(NativeLibraryFolder.LOCK));
        boolean isForeign = giveAway(foreign);

        NativeLibraryFolder.in(parent).close();

        assertThat(Files.exists(foreign)).isEqualTo(isForeign);
    }

    /** Only the system's administrator may; for everybody else it stays their own. */
    private static boolean giveAway(Path folder) throws IOException {
        try {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
            return true;
        } catch (FileSystemException | UserPrincipalNotFoundException e) {
            return false;
        }
    }

    private Path leftover(String name) throws IOException {
        return Files.createDirectory(parent.resolve(NativeLibraryFolder.PREFIX + name));
    }
}
