package io.orgstead.adapter.schema;

import com.networknt.schema.Error;

/** Where in a document something is wrong. */
final class Places {

    private Places() {}

    /** The way to it with dots in between, and behind it the name of a field that is missing or too many. */
    static String of(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String place = pointer.isEmpty()
                ? ""
                : pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
        String property = error.getProperty();
        if (property == null) {
            return place;
        }
        return place.isEmpty() ? property : place + "." + property;
    }
}
