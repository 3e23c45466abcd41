package io.orgstead.domain.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Merge Patch (RFC 7396). */
public final class MergePatch {

    private MergePatch() {}

    /**
     * Changes a document: what the patch has for a field takes the place of what was there, null removes the field, and a document
     * changes the document there in the same way. Arrays are replaced as a whole.
     *
     * @param target the document as it is
     * @param patch the changes
     * @return the document as it shall be: fields that stay keep their order, new ones follow in that of the patch
     */
    public static Document apply(Document target, Document patch) {
        Map<String, Value> changed = new LinkedHashMap<>(target.fields());
        patch.fields().forEach((name, change) -> {
            if (change instanceof Value.Null) {
                changed.remove(name);
            } else {
                changed.put(name, changed(changed.get(name), change));
            }
        });
        return Document.of(changed);
    }

    private static Value changed(@Nullable Value before, Value change) {
        if (!(change instanceof Value.Embedded patch)) {
            return change;
        }
        Document target = before instanceof Value.Embedded embedded ? embedded.document() : Document.empty();
        return new Value.Embedded(apply(target, patch.document()));
    }
}
