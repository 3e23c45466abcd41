package io.orgstead.extendedjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * MongoDB Extended JSON v2. Immutable, and safe for use by any number of threads; what it makes is for one thread at a time.
 *
 * <p>Reading: JSON by the letter of RFC 8259, no name twice in an object, at most {@value
 * io.orgstead.domain.data.DocumentRules#MAX_DEPTH} levels, texts of at most {@value #MAX_TEXT} characters, documents of at
 * most {@value #MAX_LENGTH}. A whole number becomes an {@code int} if it fits, else a {@code long}, else a {@code double}; one
 * with a fraction or an exponent a {@code double}. An object with a name such as {@code $date} stands for a value of that
 * type, and must be written exactly as the specification says, in its relaxed or its canonical form; {@code $uuid} is
 * accepted too. Names that begin with {@code $} and mean no type are kept as names, for filters.
 *
 * <p>What is refused is refused with an {@link io.orgstead.domain.failure.InvalidValueException} that names the path, and
 * {@link JsonSyntaxException} where it is no JSON. No message quotes a value.
 */
public final class ExtendedJson {

    /** The longest text or name, in characters. */
    public static final int MAX_TEXT = 16 * 1024 * 1024;

    /** The longest document, in characters of its names, texts and numbers, each counted with a few more. */
    public static final int MAX_LENGTH = 32 * 1024 * 1024;

    /** Values of some types are two objects within one another. */
    static final int WRAPPER_DEPTH = 2;

    private static final int MAX_NUMBER = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DocumentRules.MAX_DEPTH + WRAPPER_DEPTH + 2)
                    .maxNumberLength(MAX_NUMBER)
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_TEXT)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private ExtendedJson() {}

    /**
     * Reads a document.
     *
     * @param json the whole text
     * @return the document, its rules not yet checked
     * @throws JsonSyntaxException if it is not JSON, or more than one value
     * @throws io.orgstead.domain.failure.InvalidValueException if it is no document in Extended JSON
     */
    public static Document readDocument(String json) throws JsonSyntaxException {
        return ValueReader.document(readValue(json), "");
    }

    /**
     * Reads a value of any type.
     *
     * @param json the whole text
     * @return the value
     * @throws JsonSyntaxException if it is not JSON, or more than one value
     * @throws io.orgstead.domain.failure.InvalidValueException if it is no value in Extended JSON
     */
    public static Value readValue(String json) throws JsonSyntaxException {
        return read(json, false);
    }

    /**
     * Reads a document that was stored, perhaps by another program: values of the types that BSON has given up or that are
     * code are {@link Value.Foreign} instead of refused.
     *
     * @param json the whole text
     * @return the document
     * @throws JsonSyntaxException if it is not JSON
     * @throws io.orgstead.domain.failure.InvalidValueException if it is no document in Extended JSON
     */
    public static Document readStored(String json) throws JsonSyntaxException {
        return ValueReader.document(read(json, true), "");
    }

    private static Value read(String json, boolean foreign) throws JsonSyntaxException {
        try (JsonParser parser = FACTORY.createParser(new StringReader(json))) {
            return new ValueReader(parser, foreign).readWhole();
        } catch (JsonSyntaxException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the value that a parser is at, for a text in which documents are only a part. The parser is then at its last
     * token.
     *
     * @param parser at the first token of the value; not of {@link #parser} necessarily
     * @param path how to call the value in messages; may be empty
     * @return the value
     * @throws IOException if the text cannot be read; {@link JsonSyntaxException} if it is not JSON
     * @throws io.orgstead.domain.failure.InvalidValueException if it is no value in Extended JSON
     */
    public static Value readValue(JsonParser parser, String path) throws IOException {
        return new ValueReader(parser, false).readCurrent(path);
    }

    /**
     * A parser that keeps the limits named above.
     *
     * @param text what to read, in UTF-8; closed with the parser
     * @return the parser, before its first token
     * @throws IOException if the text cannot be read
     */
    public static JsonParser parser(InputStream text) throws IOException {
        return FACTORY.createParser(Utf8.reader(text));
    }

    /**
     * Reads documents one by one.
     *
     * @param text an array of documents, or one document, or several one after another (NDJSON); in UTF-8
     * @return what reads them
     * @throws IOException if the text cannot be read
     */
    public static DocumentReader documents(InputStream text) throws IOException {
        return documents(Utf8.reader(text));
    }

    /**
     * Reads documents one by one.
     *
     * @param text an array of documents, or one document, or several one after another (NDJSON)
     * @return what reads them
     * @throws IOException if the text cannot be read
     */
    public static DocumentReader documents(Reader text) throws IOException {
        return new DocumentReader(FACTORY.createParser(text));
    }

    /**
     * Writes a document in the relaxed form, for people and their programs.
     *
     * @param document the document
     * @return one line without blanks
     */
    public static String write(Document document) {
        return write(new Value.Embedded(document));
    }

    /**
     * Writes a value in the relaxed form.
     *
     * @param value the value
     * @return one line without blanks
     */
    public static String write(Value value) {
        return toText(value, true);
    }

    /**
     * Writes a document so that {@link #readStored} makes an equal one of it: the relaxed form, except where that would lose
     * a type, such as that of a {@code long} which would fit into an {@code int}.
     *
     * @param document the document
     * @return one line without blanks
     */
    public static String writeLossless(Document document) {
        return writeLossless(new Value.Embedded(document));
    }

    /**
     * Writes a value so that it can be read back as what it is.
     *
     * @param value the value
     * @return one line without blanks
     */
    public static String writeLossless(Value value) {
        return toText(value, false);
    }

    private static String toText(Value value, boolean relaxed) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            new ValueWriter(generator, relaxed).write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Writes a value in the relaxed form to where a generator is, for a text in which documents are only a part.
     *
     * @param value the value
     * @param generator where to
     * @throws IOException if the text cannot be written
     */
    public static void write(Value value, JsonGenerator generator) throws IOException {
        new ValueWriter(generator, true).write(value);
    }

    /**
     * As {@link #write(Value, JsonGenerator)}, but so that it can be read back as what it is.
     *
     * @param value the value
     * @param generator where to
     * @throws IOException if the text cannot be written
     */
    public static void writeLossless(Value value, JsonGenerator generator) throws IOException {
        new ValueWriter(generator, false).write(value);
    }

    /**
     * A generator that writes UTF-8.
     *
     * @param text where to; flushed, but not closed with the generator
     * @return the generator
     * @throws IOException if the text cannot be written
     */
    public static JsonGenerator generator(OutputStream text) throws IOException {
        return FACTORY.createGenerator(text);
    }

    /**
     * A generator.
     *
     * @param text where to; flushed, but not closed with the generator
     * @return the generator
     * @throws IOException if the text cannot be written
     */
    public static JsonGenerator generator(Writer text) throws IOException {
        return FACTORY.createGenerator(text);
    }
}
