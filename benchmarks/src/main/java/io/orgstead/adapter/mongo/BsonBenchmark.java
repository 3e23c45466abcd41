package io.orgstead.adapter.mongo;

import io.orgstead.benchmarks.jmh.SampleDocuments;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterParser;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Documents and filters from and to BSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BsonBenchmark {

    private final Document document;
    private final BsonDocument stored;
    private final Filter filter;

    /** For JMH. */
    public BsonBenchmark() {
        document = SampleDocuments.read(SampleDocuments.DOCUMENT);
        stored = ToBson.document(document);
        filter = FilterParser.parse(SampleDocuments.read(SampleDocuments.FILTER));
    }

    /** A document for MongoDB. */
    @Benchmark
    public BsonDocument write() {
        return ToBson.document(document);
    }

    /** A document of MongoDB's. */
    @Benchmark
    public Document read() {
        return BsonMapping.document(stored);
    }

    /** A filter in MongoDB's operators. */
    @Benchmark
    public BsonDocument translateFilter() {
        return FilterTranslation.of(filter, OwnLayout.INSTANCE);
    }
}
