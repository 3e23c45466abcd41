package io.orgstead.bootstrap.control;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server tells a command, a line of JSON each; the last one is {@link Ended}. */
sealed interface ControlEvent {

    String LINE = "line";
    String COMPLAINT = "complaint";
    String EXIT = "exit";
    String PHASE = "phase";
    String DOCUMENTS = "documents";
    String EXPECTED = "expected";
    String BYTES = "bytes";

    /** A line of the result. */
    record Line(String text) implements ControlEvent {}

    /** What went wrong. */
    record Complaint(String text) implements ControlEvent {}

    /** How far it is. */
    record Step(TaskProgress progress) implements ControlEvent {}

    /** It is over, with this exit code. */
    record Ended(int exitCode) implements ControlEvent {}

    /** As a line. */
    static String write(ControlEvent event) {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (event instanceof Line line) {
            fields.put(LINE, new Value.Text(line.text()));
        } else if (event instanceof Complaint complaint) {
            fields.put(COMPLAINT, new Value.Text(complaint.text()));
        } else if (event instanceof Ended ended) {
            fields.put(EXIT, new Value.Int32(ended.exitCode()));
        } else if (event instanceof Step step) {
            fields.put(PHASE, new Value.Text(step.progress().phase()));
            fields.put(DOCUMENTS, new Value.Int64(step.progress().documents()));
            fields.put(EXPECTED, new Value.Int64(step.progress().expected()));
            fields.put(BYTES, new Value.Int64(step.progress().bytes()));
        }
        return ExtendedJson.write(Document.of(fields));
    }

    /** Empty for what this version does not know. */
    static Optional<ControlEvent> read(String line) {
        Map<String, Value> fields;
        try {
            fields = ExtendedJson.readDocument(line).fields();
        } catch (JsonSyntaxException | InvalidValueException e) {
            return Optional.empty();
        }
        if (fields.get(LINE) instanceof Value.Text text) {
            return Optional.of(new Line(text.value()));
        } else if (fields.get(COMPLAINT) instanceof Value.Text text) {
            return Optional.of(new Complaint(text.value()));
        } else if (fields.get(EXIT) instanceof Value.Int32 code) {
            return Optional.of(new Ended(code.value()));
        } else if (fields.get(PHASE) instanceof Value.Text phase) {
            return Optional.of(new Step(new TaskProgress(
                    phase.value(),
                    number(fields.get(DOCUMENTS)),
                    number(fields.get(EXPECTED)),
                    number(fields.get(BYTES)))));
        }
        return Optional.empty();
    }

    private static long number(@Nullable Value value) {
        if (value instanceof Value.Int32 number) {
            return number.value();
        }
        return value instanceof Value.Int64 number ? number.value() : 0;
    }
}
