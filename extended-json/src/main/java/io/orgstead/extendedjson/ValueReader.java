package io.orgstead.extendedjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values of a parser's tokens. */
final class ValueReader {

    /** What a token takes in memory beyond its text, in characters, roughly and at the least. */
    private static final int TOKEN = 8;

    private final JsonParser parser;
    private final boolean foreign;
    private long length;

    /** @param foreign whether values of given up types are accepted */
    ValueReader(JsonParser parser, boolean foreign) {
        this.parser = parser;
        this.foreign = foreign;
    }

    static Document document(Value value, String path) {
        if (value instanceof Value.Embedded embedded) {
            return embedded.document();
        }
        throw Refusal.at(path, "must be a document");
    }

    /** The only value of the whole text. */
    Value readWhole() throws IOException {
        if (nextToken() == null) {
            throw JsonSyntaxException.at(parser.currentLocation());
        }
        Value value = readCurrent("");
        requireEnd();
        return value;
    }

    void requireEnd() throws IOException {
        if (nextToken() != null) {
            throw JsonSyntaxException.at(parser.currentTokenLocation());
        }
    }

    @Nullable
    JsonToken nextToken() throws IOException {
        try {
            return parser.nextToken();
        } catch (StreamConstraintsException e) {
            throw new InvalidValueException("a text or number is too long, or levels are too deep");
        } catch (CharConversionException | CharacterCodingException e) {
            throw JsonSyntaxException.notUnicode();
        } catch (JsonProcessingException e) {
            throw JsonSyntaxException.of(e);
        }
    }

    /** The value that begins with the current token. */
    Value readCurrent(String path) throws IOException {
        length = 0;
        return read(parser.currentToken(), path, 1);
    }

    private Value read(@Nullable JsonToken token, String path, int depth) throws IOException {
        count(TOKEN, path);
        if (token == null) {
            throw JsonSyntaxException.at(parser.currentLocation());
        }
        return switch (token) {
            case VALUE_NULL -> Value.Null.INSTANCE;
            case VALUE_TRUE -> new Value.Bool(true);
            case VALUE_FALSE -> new Value.Bool(false);
            case VALUE_STRING -> text(path);
            case VALUE_NUMBER_INT -> Numbers.whole(text(), path);
            case VALUE_NUMBER_FLOAT -> Numbers.fraction(text(), path);
            case START_ARRAY -> array(path, depth);
            case START_OBJECT -> object(path, depth);
            default -> throw JsonSyntaxException.at(parser.currentTokenLocation());
        };
    }

    private String text() throws IOException {
        try {
            return parser.getText();
        } catch (StreamConstraintsException e) {
            throw new InvalidValueException("a text or number is too long, or levels are too deep");
        } catch (CharConversionException | CharacterCodingException e) {
            throw JsonSyntaxException.notUnicode();
        } catch (JsonProcessingException e) {
            throw JsonSyntaxException.of(e);
        }
    }

    private Value text(String path) throws IOException {
        String text = text();
        count(text.length(), path);
        return Refusal.named(path, () -> new Value.Text(text));
    }

    private Value array(String path, int depth) throws IOException {
        requireDepth(path, depth);
        List<Value> items = new ArrayList<>();
        for (JsonToken token = nextToken(); token != JsonToken.END_ARRAY; token = nextToken()) {
            items.add(read(token, Refusal.item(path, items.size()), depth + 1));
        }
        return new Value.Array(items);
    }

    /**
     * What stands for a value of some type is known as such at its end: the order of names means nothing. It is no level of
     * the document's own, and neither is what it holds.
     */
    private Value object(String path, int depth) throws IOException {
        requireDepth(path, depth - 1);
        Map<String, Value> fields = new LinkedHashMap<>();
        boolean wrapper = false;
        for (JsonToken token = nextToken(); token != JsonToken.END_OBJECT; token = nextToken()) {
            if (token != JsonToken.FIELD_NAME) {
                throw JsonSyntaxException.at(parser.currentLocation());
            }
            String name = parser.currentName();
            count(name.length() + TOKEN, path);
            String here = Refusal.field(path, name);
            boolean isType = Wrapper.isName(name) || Given.isName(name);
            Value value = read(nextToken(), here, isType ? depth - 1 : depth + 1);
            if (fields.put(name, value) != null) {
                throw Refusal.at(here, "must not be there twice");
            }
            wrapper |= isType;
        }
        if (wrapper) {
            return Given.up(fields, path, foreign).orElseGet(() -> Wrapper.unwrap(fields, path));
        }
        requireDepth(path, depth);
        return new Value.Embedded(Document.of(fields));
    }

    private static void requireDepth(String path, int depth) {
        if (depth > DocumentRules.MAX_DEPTH) {
            throw Refusal.at(path, "must not be more than " + DocumentRules.MAX_DEPTH + " levels deep");
        }
    }

    private void count(int characters, String path) {
        length += characters;
        if (length > ExtendedJson.MAX_LENGTH) {
            throw Refusal.at(path, "is where the document becomes too long");
        }
    }
}
