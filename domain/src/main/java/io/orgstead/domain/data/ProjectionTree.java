package io.orgstead.domain.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of fields, and within each the names that matter there.
 *
 * @param branches none where a path ends
 */
record ProjectionTree(Map<String, ProjectionTree> branches) {

    private static final ProjectionTree END = new ProjectionTree(Map.of());

    /** Of paths none of which lies within another. */
    static ProjectionTree of(List<FieldPath> paths, boolean withId) {
        ProjectionTree tree = of(paths.stream().map(FieldPath::names).toList());
        if (!withId) {
            return tree;
        }
        Map<String, ProjectionTree> branches = new LinkedHashMap<>(tree.branches);
        branches.put(Document.ID, END);
        return new ProjectionTree(branches);
    }

    private static ProjectionTree of(List<List<String>> paths) {
        Map<String, List<List<String>>> byFirst = new LinkedHashMap<>();
        for (List<String> names : paths) {
            if (!names.isEmpty()) {
                byFirst.computeIfAbsent(names.get(0), first -> new ArrayList<>())
                        .add(names.subList(1, names.size()));
            }
        }
        Map<String, ProjectionTree> branches = new LinkedHashMap<>();
        byFirst.forEach((first, rest) -> branches.put(first, of(rest)));
        return new ProjectionTree(branches);
    }

    private boolean isEnd() {
        return branches.isEmpty();
    }

    Document only(Document document) {
        Map<String, Value> shown = new LinkedHashMap<>();
        document.fields()
                .forEach((name, value) -> Optional.ofNullable(branches.get(name))
                        .flatMap(branch -> branch.only(value))
                        .ifPresent(rest -> shown.put(name, rest)));
        return Document.of(shown);
    }

    /** Nothing is left of a value that has no fields where only some are shown. */
    private Optional<Value> only(Value value) {
        if (isEnd()) {
            return Optional.of(value);
        }
        if (value instanceof Value.Embedded embedded) {
            return Optional.of(new Value.Embedded(only(embedded.document())));
        }
        if (value instanceof Value.Array array) {
            return Optional.of(new Value.Array(array.items().stream()
                    .map(this::only)
                    .flatMap(Optional::stream)
                    .toList()));
        }
        return Optional.empty();
    }

    Document without(Document document) {
        Map<String, Value> shown = new LinkedHashMap<>();
        document.fields().forEach((name, value) -> {
            ProjectionTree branch = branches.get(name);
            if (branch == null) {
                shown.put(name, value);
            } else if (!branch.isEnd()) {
                shown.put(name, branch.without(value));
            }
        });
        return Document.of(shown);
    }

    private Value without(Value value) {
        if (value instanceof Value.Embedded embedded) {
            return new Value.Embedded(without(embedded.document()));
        }
        if (value instanceof Value.Array array) {
            return new Value.Array(array.items().stream().map(this::without).toList());
        }
        return value;
    }
}
