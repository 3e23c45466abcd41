package io.orgstead.bootstrap.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.backup.BackedUpOrganization.BackedUpAdmin;
import io.orgstead.application.usecase.backup.BackupSink;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.extendedjson.ExtendedJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00.123Z");

    @TempDir
    private Path folder;

    /** What a file is read into: everything in order. */
    private static final class Recorder implements BackupSink {

        private final List<Object> seen = new ArrayList<>();

        @Override
        public void begin(BackedUpOrganization organization) {
            seen.add(organization);
        }

        @Override
        public void document(Document document) {
            seen.add(document);
        }

        @Override
        public void end() {
            seen.add("end");
        }

        @Override
        public void abandon() {
            seen.add("abandon");
        }
    }

    private static BackedUpOrganization organization(int number) {
        List<IndexDefinition> indexes = List.of(
                new IndexDefinition(
                        "a_1_b_-1",
                        List.of(
                                new SortOrder.Key(new FieldPath("a"), true),
                                new SortOrder.Key(new FieldPath("b.c"), false)),
                        true,
                        Optional.empty()),
                new IndexDefinition(
                        "ttl",
                        List.of(new SortOrder.Key(new FieldPath("at"), true)),
                        false,
                        Optional.of(Duration.ofSeconds(3600))));
        return new BackedUpOrganization(
                new OrganizationId("65f0c0ffee65f0c0ffee000" + number),
                OrganizationName.parse("Acme \u00c4 " + number),
                NOW.minusSeconds(number),
                new BackedUpAdmin(
                        new AdminId("65f0c0ffee65f0c0ffee001" + number),
                        EmailAddress.parse("a" + number + "@acme.com"),
                        new PasswordHash("$2b$12$hash" + number),
                        NOW.minusSeconds(5),
                        number == 1 ? CredentialsState.INITIAL : CredentialsState.INITIAL.changed(NOW.minusSeconds(1))),
                number == 1 ? List.of() : indexes,
                number == 1 ? Optional.empty() : Optional.of(new DocumentSchema("{\"type\":\"object\"}")));
    }

    /** One of each type of value, with what JSON alone would lose. */
    private static Document everyType() throws IOException {
        return ExtendedJson.readStored("""
                {"_id":{"$oid":"65f0c0ffee65f0c0ffee0003"},"null":null,"bool":true,"int":1,"long":{"$numberLong":"1"},
                "double":{"$numberDouble":"1.0"},"nan":{"$numberDouble":"NaN"},"minus":{"$numberDouble":"-0.0"},
                "decimal":{"$numberDecimal":"1.10"},"text":"\\u00e9\\n\\u0000\\ud83d\\ude00",
                "binary":{"$binary":{"base64":"AAEC","subType":"04"}},"date":{"$date":{"$numberLong":"-1"}},
                "timestamp":{"$timestamp":{"t":4294967295,"i":1}},"regex":{"$regularExpression":{"pattern":"a/b","options":"i"}},
                "min":{"$minKey":1},"max":{"$maxKey":1},"array":[1,[{"a":[]}]],"embedded":{"footer":{},"_id":1},
                "undefined":{"$undefined":true},"code":{"$code":"f()"}}""");
    }

    private static Document document(String id) {
        return Document.empty().withId(new Value.Text(id));
    }

    private Path write() throws IOException {
        Path file = folder.resolve("b.backup");
        try (BackupFileWriter writer = BackupFileWriter.create(file, BackupKind.INSTALLATION, NOW)) {
            writer.begin(organization(1));
            writer.document(document("a"));
            writer.document(everyType());
            writer.end();
            writer.begin(organization(2));
            writer.document(document("gone"));
            writer.abandon();
            writer.begin(organization(3));
            writer.end();
            writer.finish();
        }
        return file;
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        Path file = write();
        Recorder recorder = new Recorder();

        assertThat(BackupFileReader.read(file, recorder)).isEqualTo(new BackupFileReader.Summary(NOW, 2, 2));

        assertThat(recorder.seen)
                .containsExactly(
                        organization(1),
                        document("a"),
                        everyType(),
                        "end",
                        organization(2),
                        document("gone"),
                        "abandon",
                        organization(3),
                        "end");
        assertThat(BackupFileReader.verify(file).documents()).isEqualTo(2);
    }

    @Test
    void isItsOwnersOnlyAndNothingIsLeftBesideIt() throws IOException {
        Path file = write();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("b.backup");
        assertThatThrownBy(this::write).isInstanceOf(FileAlreadyExistsException.class);

        try (BackupFileWriter writer =
                BackupFileWriter.create(folder.resolve("c.backup"), BackupKind.ORGANIZATION, NOW)) {
            writer.begin(organization(1));
            assertThat(names()).hasSize(2).doesNotContain("c.backup");
        }
        assertThat(names()).containsExactly("b.backup");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static String lines(Path file) throws IOException {
        try (InputStream text = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void assertRefused(byte[] bytes, String what) throws IOException {
        Path file = folder.resolve("changed");
        Files.write(file, bytes);
        assertThatThrownBy(() -> BackupFileReader.verify(file))
                .as(what)
                .isInstanceOf(DamagedBackupException.class)
                .hasMessageNotContaining("acme");
    }

    private static byte[] zipped(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text);
        }
        return bytes.toByteArray();
    }

    private static byte[] zipped(String text) throws IOException {
        return zipped(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void truncatedAnywhereItIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(write());
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "the first " + length + " bytes of the file");
        }
        byte[] text = lines(folder.resolve("b.backup")).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < text.length; length++) {
            assertRefused(zipped(Arrays.copyOf(text, length)), "the first " + length + " bytes of the text");
        }
    }

    /** In the head of a gzip file are bytes that mean nothing, and before its checksum bits that only fill up a byte. */
    @Test
    void withAnyByteChangedItIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(write());
        byte[] text = lines(folder.resolve("b.backup")).getBytes(StandardCharsets.UTF_8);
        for (int i = 10; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            if (!unzips(changed, text)) {
                assertRefused(changed, "byte " + i + " of the file");
            }
        }
        for (int i = 0; i < text.length; i++) {
            byte[] changed = text.clone();
            changed[i] ^= 1;
            assertRefused(zipped(changed), "byte " + i + " of the text");
        }
    }

    private static boolean unzips(byte[] file, byte[] expected) {
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return Arrays.equals(text.readAllBytes(), expected);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aLineMoreOrLessOrTwiceIsRefused() throws IOException {
        List<String> lines = lines(write()).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> less = new ArrayList<>(lines);
            less.remove(i);
            assertRefused(zipped(String.join("\n", less) + "\n"), "without line " + i);
            List<String> twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            assertRefused(zipped(String.join("\n", twice) + "\n"), "line " + i + " twice");
        }
        assertRefused(zipped(String.join("\n", lines) + "\n{}\n"), "something behind its end");
    }

    @Test
    void foreignFilesAndOtherVersionsAreRefused() throws IOException {
        Path file = write();
        assertRefused("{\"_id\": 1}\n".getBytes(StandardCharsets.UTF_8), "NDJSON");
        assertRefused(zipped("{\"_id\": 1}\n"), "gzip of NDJSON");
        assertRefused(zipped("no JSON at all"), "gzip of anything");
        Path newer = folder.resolve("newer");
        Files.write(newer, zipped(lines(file).replace("\"version\":1,", "\"version\":2,")));
        assertThatThrownBy(() -> BackupFileReader.verify(newer))
                .isInstanceOf(DamagedBackupException.class)
                .hasMessageContaining("format 2");
    }
}
