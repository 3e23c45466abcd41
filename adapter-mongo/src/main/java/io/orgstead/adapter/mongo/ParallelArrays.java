package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether paths lead into different arrays of a document, so that an index over them would need an entry for each pair. */
final class ParallelArrays {

    private ParallelArrays() {}

    static boolean in(Document document, List<SortOrder.Key> keys) {
        Set<String> arrays = new TreeSet<>();
        for (SortOrder.Key key : keys) {
            collect(new Value.Embedded(document), "", key.path().names(), arrays);
        }
        // Arrays within one another are one way; of two that are not, the shorter path is no beginning of the longer.
        String outer = "";
        for (String array : arrays) {
            if (!array.startsWith(outer)) {
                return true;
            }
            outer = array;
        }
        return false;
    }

    private static void collect(Value value, String path, List<String> names, Set<String> arrays) {
        if (value instanceof Value.Array array) {
            arrays.add(path);
            array.items().forEach(item -> {
                if (!(item instanceof Value.Array)) {
                    collect(item, path, names, arrays);
                }
            });
        } else if (value instanceof Value.Embedded embedded && !names.isEmpty()) {
            String name = names.get(0);
            embedded.document()
                    .get(name)
                    .ifPresent(field -> collect(field, path + name + ".", names.subList(1, names.size()), arrays));
        }
    }
}
