package io.orgstead.adapter.http.contract;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Header fields by their names in lower case. */
final class Headers {

    private final Map<String, List<String>> fields = new TreeMap<>();

    private Headers() {}

    static Headers of(HttpHeaders headers) {
        Headers all = new Headers();
        headers.map().forEach((name, values) -> values.forEach(value -> all.add(name, value)));
        return all;
    }

    /** Reads the lines after the first one. */
    static Headers ofHead(String head) {
        Headers all = new Headers();
        head.lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                all.add(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return all;
    }

    private void add(String name, String value) {
        fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .add(value);
    }

    Set<String> names() {
        return fields.keySet();
    }

    boolean contains(String name) {
        return fields.containsKey(name);
    }

    List<String> values(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
