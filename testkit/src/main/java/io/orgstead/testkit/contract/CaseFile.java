package io.orgstead.testkit.contract;

import io.orgstead.domain.data.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A file of questions that were put to MongoDB, and its answers: sets of documents, each followed by questions about them. A line
 * is {@code set NAME}, {@code doc DOCUMENT}, {@code KIND DOCUMENT => IDS}, or empty.
 */
final class CaseFile {

    private static final String ANSWER = " => ";

    private CaseFile() {}

    /**
     * A question.
     *
     * @param set the name of the set
     * @param documents the set's documents, the same list for all its questions
     * @param text the question as it stands in the file
     * @param question the question
     * @param answer the ids of documents, or whatever stands there, word by word
     */
    record Entry(String set, List<Document> documents, String text, Document question, List<String> answer) {}

    /** Reads a file that lies next to this class. */
    static List<Entry> read(String name) {
        try (InputStream in = Objects.requireNonNull(CaseFile.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return entries(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Entry> entries(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        String set = "";
        List<Document> documents = List.of();
        for (String line : lines) {
            String kind = line.split(" ", 2)[0];
            String rest = line.substring(Math.min(line.length(), kind.length() + 1));
            switch (kind) {
                case "" -> documents = List.of();
                case "set" -> set = rest;
                case "doc" -> {
                    List<Document> more = new ArrayList<>(documents);
                    more.add(Notation.document(rest));
                    documents = List.copyOf(more);
                }
                default -> entries.add(entry(set, documents, rest));
            }
        }
        return entries;
    }

    private static Entry entry(String set, List<Document> documents, String line) {
        int end = line.lastIndexOf(ANSWER);
        String text = line.substring(0, end);
        String answer = line.substring(end + ANSWER.length());
        List<String> words = answer.isEmpty() ? List.of() : List.of(answer.split(" "));
        return new Entry(set, documents, text, Notation.document(text), words);
    }
}
