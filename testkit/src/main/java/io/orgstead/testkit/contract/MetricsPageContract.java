package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.port.MetricsPage;
import io.orgstead.testkit.Race;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every {@link MetricsPage} must do. An implementation's test extends this class and says how to make the port. */
public abstract class MetricsPageContract {

    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*)( .*)?");
    private static final Pattern SAMPLE = Pattern.compile(
            "(([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"(\\\\.|[^\"\\\\])*\",?)*})?) (\\S+)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|[+-]Inf|NaN");
    private static final Pattern PART = Pattern.compile("_(bucket|sum|count|max|total|info)$");

    /**
     * The port that is tested, with something measured.
     *
     * @return a page with at least one sample
     */
    protected abstract MetricsPage page();

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    @Test
    void everyLineIsACommentOrASample() {
        String text = page().text();

        assertThat(text).endsWith("\n");
        assertThat(lines(text))
                .isNotEmpty()
                .allMatch(line ->
                        COMMENT.matcher(line).matches() || SAMPLE.matcher(line).matches());
        assertThat(lines(text)).anyMatch(line -> SAMPLE.matcher(line).matches());
    }

    @Test
    void everySampleHasANumberAndATypeBeforeIt() {
        Set<String> typed = new HashSet<>();
        int samples = 0;
        for (String line : lines(page().text())) {
            Matcher comment = COMMENT.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (comment.matches()) {
                typed.add(comment.group(2));
            } else if (sample.matches()) {
                String name = sample.group(2);
                assertThat(typed).containsAnyOf(name, PART.matcher(name).replaceFirst(""));
                assertThat(sample.group(6)).matches(NUMBER);
                samples++;
            }
        }
        assertThat(samples).isPositive();
    }

    @Test
    void noSeriesIsThereTwice() {
        List<String> series = lines(page().text()).stream()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .map(sample -> sample.group(1))
                .toList();

        assertThat(series).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void manyMayReadAtOnce() {
        MetricsPage page = page();

        Race<Boolean> race = Race.of(runner -> () -> lines(page.text()).stream()
                .anyMatch(line -> SAMPLE.matcher(line).matches()));

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize(Race.RUNNERS);
    }
}
