package io.orgstead.benchmarks.jmh;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterEvaluation;
import io.orgstead.domain.data.FilterParser;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.indexkeys.IndexPlan;
import io.orgstead.indexkeys.UsableIndex;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A filter on the embedded store: read, planned with an index, and held against a document. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FilterBenchmark {

    private final Document written;
    private final Filter filter;
    private final Document document;
    private final List<UsableIndex> indexes;

    /** For JMH. */
    public FilterBenchmark() {
        written = SampleDocuments.read(SampleDocuments.FILTER);
        filter = FilterParser.parse(written);
        document = SampleDocuments.read(SampleDocuments.DOCUMENT);
        indexes = List.of(new UsableIndex(index("n"), false), new UsableIndex(index("name"), false));
    }

    private static IndexDefinition index(String field) {
        return new IndexDefinition(
                field + "_1", List.of(new SortOrder.Key(new FieldPath(field), true)), false, Optional.empty());
    }

    /** From a document of operators to a filter. */
    @Benchmark
    public Filter parse() {
        return FilterParser.parse(written);
    }

    /** Which entries of which index are to be looked at. */
    @Benchmark
    public IndexPlan planForSqlite() {
        return IndexPlan.of(filter, indexes);
    }

    /** Whether a document is meant. */
    @Benchmark
    public boolean matches() {
        return FilterEvaluation.matches(filter, document);
    }
}
