package io.orgstead.bootstrap.control;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a command asks of the server.
 *
 * @param task the task's name
 * @param arguments by name; may be secret, so they are never logged
 */
public record ControlRequest(String task, Map<String, String> arguments) {

    private static final String TASK = "task";

    /** Takes a copy. */
    public ControlRequest {
        arguments = Map.copyOf(arguments);
    }

    /** Names the task only. */
    @Override
    public String toString() {
        return "the command " + task;
    }

    /** One of the arguments. */
    public Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    /** One line of JSON: the arguments, and the task among them. */
    String write() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put(TASK, new Value.Text(task));
        arguments.forEach((name, value) -> fields.put(name, new Value.Text(value)));
        return ExtendedJson.write(Document.of(fields));
    }

    /** Empty if the line is no request. */
    static Optional<ControlRequest> read(String line) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            ExtendedJson.readDocument(line).fields().forEach((name, value) -> {
                if (value instanceof Value.Text text) {
                    texts.put(name, text.value());
                }
            });
        } catch (JsonSyntaxException | InvalidValueException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(texts.remove(TASK)).map(task -> new ControlRequest(task, texts));
    }
}
