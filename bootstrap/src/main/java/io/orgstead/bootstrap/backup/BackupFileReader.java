package io.orgstead.bootstrap.backup;

import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.backup.BackupSink;
import io.orgstead.domain.data.Document;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a backup, and checks it on the way: whoever wants to be sure of the whole before anything is done with a part reads it
 * twice.
 */
public final class BackupFileReader {

    private static final int BUFFER = 64 * 1024;

    private final BackupLines lines;
    private final BackupSink sink;
    private final Sha256 whole = new Sha256();
    private Sha256 section = new Sha256();
    private long organizations;
    private long documents;

    private BackupFileReader(BackupLines lines, BackupSink sink) {
        this.lines = lines;
        this.sink = sink;
    }

    /**
     * What a backup is.
     *
     * @param createdAt when it was made
     * @param organizations how many are in it
     * @param documents how many are in it, of all organizations together
     */
    public record Summary(Instant createdAt, long organizations, long documents) {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @param sink takes what is in it
     * @return what it is
     * @throws DamagedBackupException if it is not a backup, not a whole one, or of a later version
     * @throws IOException if it cannot be read
     */
    public static Summary read(Path file, BackupSink sink) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream text = unzipped(bytes)) {
            return new BackupFileReader(new BackupLines(text), sink).read();
        }
    }

    /**
     * Reads a file only to see whether it is whole.
     *
     * @param file the file
     * @return what it is
     * @throws DamagedBackupException as {@link #read(Path, BackupSink)} does
     * @throws IOException if it cannot be read
     */
    public static Summary verify(Path file) throws IOException {
        return read(file, new Nowhere());
    }

    private static InputStream unzipped(InputStream bytes) throws IOException {
        try {
            return new GZIPInputStream(bytes, BUFFER);
        } catch (ZipException | EOFException e) {
            throw new DamagedBackupException("it is not a backup");
        }
    }

    private Summary read() throws IOException {
        Instant createdAt = header();
        while (true) {
            BackupLines.Line line = lines.next();
            Fields fields = Fields.of(lines.place(), line.document());
            if (!fields.has("organization")) {
                footer(fields.only("footer").fields("footer"));
                lines.requireEnd();
                return new Summary(createdAt, organizations, documents);
            }
            organization(line, fields.only("organization").fields("organization"));
        }
    }

    private Instant header() throws IOException {
        BackupLines.Line line;
        try {
            line = lines.next();
        } catch (DamagedBackupException e) {
            throw new DamagedBackupException("it is not a backup, or damaged at its beginning");
        }
        Fields header = Fields.of(lines.place(), line.document());
        if (!header.has("format") || !header.text("format").equals(BackupFileWriter.FORMAT)) {
            throw new DamagedBackupException("it is not a backup");
        }
        long version = header.number("version");
        if (version != BackupFileWriter.VERSION) {
            throw new DamagedBackupException("it is of format " + version
                    + ", and this version of Orgstead reads format " + BackupFileWriter.VERSION);
        }
        header.only("format", "version", "kind", "created_at").text("kind");
        whole.add(line.bytes());
        return header.instant("created_at");
    }

    private void organization(BackupLines.Line first, Fields fields) throws IOException {
        BackedUpOrganization organization = OrganizationLine.read(lines.place(), fields);
        section = new Sha256();
        take(first);
        sink.begin(organization);
        long count = 0;
        BackupLines.Line line = lines.next();
        while (line.document().get(Document.ID).isPresent()) {
            take(line);
            sink.document(line.document());
            count++;
            line = lines.next();
        }
        endOfOrganization(Fields.of(lines.place(), line.document()), count);
        whole.add(line.bytes());
    }

    private void endOfOrganization(Fields line, long count) throws IOException {
        boolean abandoned = line.has("abandoned");
        String name = abandoned ? "abandoned" : "end";
        Fields end = line.only(name).fields(name).only("documents", "sha256");
        if (end.number("documents") != count || !end.text("sha256").equals(section.end())) {
            throw new DamagedBackupException("the checksum in " + lines.place() + " is wrong");
        }
        if (abandoned) {
            sink.abandon();
        } else {
            sink.end();
            organizations++;
            documents += count;
        }
    }

    private void footer(Fields footer) throws IOException {
        footer.only("organizations", "documents", "sha256");
        boolean right = footer.text("sha256").equals(whole.end())
                && footer.number("organizations") == organizations
                && footer.number("documents") == documents;
        if (!right) {
            throw new DamagedBackupException("the checksum in " + lines.place() + " is wrong");
        }
    }

    private void take(BackupLines.Line line) {
        whole.add(line.bytes());
        section.add(line.bytes());
    }

    /** Takes whatever comes. */
    private static final class Nowhere implements BackupSink {

        @Override
        public void begin(BackedUpOrganization organization) {}

        @Override
        public void document(Document document) {}

        @Override
        public void end() {}

        @Override
        public void abandon() {}
    }
}
