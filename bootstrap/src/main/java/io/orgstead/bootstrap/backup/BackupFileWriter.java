package io.orgstead.bootstrap.backup;

import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.backup.BackupSink;
import io.orgstead.domain.data.Document;
import io.orgstead.extendedjson.ExtendedJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a backup under another name, readable for its owner only, and gives it its own when it is whole and on the disk. For
 * one thread.
 */
public final class BackupFileWriter implements BackupSink, AutoCloseable {

    static final String FORMAT = "orgstead-backup";

    /** Raised with whatever an older reader would not understand. */
    static final int VERSION = 1;

    static final String PART = ".part";

    private static final int BUFFER = 64 * 1024;

    private final Path target;
    private final Path part;
    private final FileChannel file;
    private final OutputStream out;
    private final Sha256 whole = new Sha256();
    private Sha256 section = new Sha256();
    private long organizations;
    private long documents;
    private long documentsOfSection;
    private boolean finished;

    private BackupFileWriter(Path target, Path part, FileChannel file) throws IOException {
        this.target = target;
        this.part = part;
        this.file = file;
        this.out = new GZIPOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER), BUFFER);
    }

    /**
     * Begins a backup.
     *
     * @param target its name; nothing of it is there before {@link #finish}
     * @param kind whether it is of all organizations or of one
     * @param createdAt now
     * @return what writes it, to be closed
     * @throws FileAlreadyExistsException if there is a file of the name
     * @throws IOException if it cannot be written
     */
    public static BackupFileWriter create(Path target, BackupKind kind, Instant createdAt) throws IOException {
        Path whole = target.toAbsolutePath();
        if (Files.exists(whole)) {
            throw new FileAlreadyExistsException(target.toString(), null, "there is a file of this name");
        }
        // Temporary files are their owner's only.
        Path folder = Objects.requireNonNull(whole.getParent(), "a file is in a folder");
        Path part = Files.createTempFile(folder, "." + whole.getFileName(), PART);
        FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE);
        BackupFileWriter writer = new BackupFileWriter(whole, part, file);
        writer.line(Fields.builder()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("kind", kind.id())
                .put("created_at", createdAt));
        return writer;
    }

    private void line(Fields.Builder fields) {
        line(fields.build());
    }

    private void line(Document document) {
        byte[] line = ExtendedJson.writeLossless(document).getBytes(StandardCharsets.UTF_8);
        whole.add(line);
        section.add(line);
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin(BackedUpOrganization organization) {
        section = new Sha256();
        documentsOfSection = 0;
        line(Fields.builder().put("organization", OrganizationLine.write(organization)));
    }

    @Override
    public void document(Document document) {
        line(document);
        documentsOfSection++;
    }

    @Override
    public void end() {
        endSection("end");
        organizations++;
        documents += documentsOfSection;
    }

    @Override
    public void abandon() {
        endSection("abandoned");
    }

    private void endSection(String name) {
        line(Fields.builder()
                .put(name, Fields.builder().put("documents", documentsOfSection).put("sha256", section.end())));
    }

    /**
     * Completes the backup: from now on it is there under its name, and stays there if the machine fails.
     *
     * @throws IOException if that cannot be done
     */
    public void finish() throws IOException {
        line(Fields.builder()
                .put(
                        "footer",
                        Fields.builder()
                                .put("organizations", organizations)
                                .put("documents", documents)
                                .put("sha256", whole.end())));
        ((GZIPOutputStream) out).finish();
        out.flush();
        file.force(true);
        file.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        forceFolder();
    }

    /** Not every system lets a folder be opened; where it does not, it needs no such thing. */
    private void forceFolder() throws IOException {
        Path folder = Objects.requireNonNull(target.getParent());
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Removes what is not complete. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            file.close();
            Files.deleteIfExists(part);
        }
    }
}
