package io.orgstead.adapter.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The names of the stages in a plan that the server explains. */
final class Stages {

    private Stages() {}

    static List<String> in(BsonDocument plan) {
        List<String> stages = new ArrayList<>();
        collect(plan, stages);
        return stages;
    }

    private static void collect(BsonValue value, List<String> stages) {
        if (value.isArray()) {
            value.asArray().forEach(element -> collect(element, stages));
        } else if (value.isDocument()) {
            value.asDocument().forEach((name, child) -> {
                if (name.equals("stage")) {
                    stages.add(child.asString().getValue());
                }
                collect(child, stages);
            });
        }
    }
}
