package io.orgstead.adapter.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Bodies that hold documents in Extended JSON.
 *
 * @param documents in order
 * @param isList whether they came in an array
 */
record DataBody(List<Document> documents, boolean isList) {

    private static final Problem NOT_JSON = Problem.of(EdgeFailure.MALFORMED_JSON)
            .withDetail(
                    "The request body must be one JSON object, or an array of them where that is accepted, in UTF-8.");

    DataBody {
        documents = List.copyOf(documents);
    }

    /**
     * Reads one document, or an array of them.
     *
     * @throws ProblemException (malformed_json) if it is no JSON, or anything else
     * @throws InvalidValueException if it is not Extended JSON; names the document's place in the array, and the field
     */
    static DataBody read(byte[] body) {
        try (JsonParser parser = ExtendedJson.parser(new ByteArrayInputStream(body))) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_ARRAY && first != JsonToken.START_OBJECT) {
                throw NOT_JSON.asException();
            }
            DataBody read = first == JsonToken.START_ARRAY
                    ? new DataBody(list(parser), true)
                    : new DataBody(List.of(document(parser, "")), false);
            if (parser.nextToken() != null) {
                throw NOT_JSON.asException();
            }
            return read;
        } catch (CharacterCodingException | JacksonException | JsonSyntaxException e) {
            // Where it went wrong is of use to nobody who can see their own body; the message might quote a secret.
            throw NOT_JSON.asException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one document. Throws as {@link #read} does. */
    static Document readOne(byte[] body) {
        DataBody read = read(body);
        if (read.isList()) {
            throw NOT_JSON.asException();
        }
        return read.documents().get(0);
    }

    /** One more than there may be is enough to be refused. */
    private static List<Document> list(JsonParser parser) throws IOException {
        List<Document> documents = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (documents.size() == DocumentRules.MAX_BATCH) {
                throw new InvalidValueException("must hold 1 to " + DocumentRules.MAX_BATCH + " documents");
            }
            documents.add(document(parser, Integer.toString(documents.size())));
        }
        return documents;
    }

    private static Document document(JsonParser parser, String path) throws IOException {
        if (ExtendedJson.readValue(parser, path) instanceof Value.Embedded embedded) {
            return embedded.document();
        }
        throw InvalidValueException.at(path.isEmpty() ? "body" : path, "must be an object");
    }
}
