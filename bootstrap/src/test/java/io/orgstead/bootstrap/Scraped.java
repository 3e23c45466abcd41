package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of metrics as Prometheus reads it, and whether PromQL asks for what is on it. */
final class Scraped {

    private static final Pattern SAMPLE = Pattern.compile("(([a-z0-9_]+)(?:\\{(.*)})?) (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:\\\\.|[^\"\\\\])*)\"");
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:orgstead|jvm|process|system)_[a-z0-9_]+|up\\b)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=~|!~|!=|=)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|group_left) \\(([^)]*)\\)");

    /** What Prometheus adds to every series, and its own metric. */
    private static final Set<String> ADDED_LABELS = Set.of("instance", "job");

    private static final String OWN_METRIC = "up";

    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> labels = new HashMap<>();

    private Scraped() {}

    static Scraped of(String text) {
        Scraped scraped = new Scraped();
        text.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(scraped::add);
        assertThat(scraped.values).as(text).hasSizeGreaterThan(50);
        return scraped;
    }

    private void add(Matcher sample) {
        values.put(sample.group(1), Double.valueOf(sample.group(4)));
        Map<String, Set<String>> known = labels.computeIfAbsent(sample.group(2), name -> new HashMap<>());
        if (sample.group(3) != null) {
            LABEL.matcher(sample.group(3))
                    .results()
                    .forEach(label -> known.computeIfAbsent(label.group(1), name -> new HashSet<>())
                            .add(label.group(2)));
        }
    }

    double value(String series) {
        assertThat(values).containsKey(series);
        return values.get(series);
    }

    List<String> labelValues() {
        return labels.values().stream()
                .flatMap(byName -> byName.values().stream())
                .flatMap(Collection::stream)
                .toList();
    }

    /** Asserts that every metric in an expression is exposed, with every label, and every value that one must have. */
    void requireAllOf(String expression) {
        Set<String> reachable = new HashSet<>(ADDED_LABELS);
        int metrics = 0;
        for (Matcher metric = METRIC.matcher(expression); metric.find(); metrics++) {
            if (!metric.group(1).equals(OWN_METRIC)) {
                assertThat(labels).as(expression).containsKey(metric.group(1));
                reachable.addAll(labels.get(metric.group(1)).keySet());
                requireMatchers(expression, metric.group(1), metric.group(2));
            }
        }
        assertThat(metrics).as(expression).isPositive();
        GROUPING.matcher(expression)
                .results()
                .flatMap(group -> Stream.of(group.group(1).split(",", -1)))
                .forEach(label -> assertThat(reachable).as(expression).contains(label.strip()));
    }

    private void requireMatchers(String expression, String metric, String matchers) {
        Map<String, Set<String>> known = labels.get(metric);
        MATCHER.matcher(matchers == null ? "" : matchers)
                .results()
                .filter(matcher -> !ADDED_LABELS.contains(matcher.group(1)))
                .forEach(matcher -> {
                    assertThat(known).as(expression).containsKey(matcher.group(1));
                    assertThat(known.get(matcher.group(1)))
                            .as(expression)
                            .contains(matcher.group(3).split("\\|", -1));
                });
    }
}
