package io.orgstead.benchmarks.jmh;

import io.orgstead.domain.data.Document;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Documents from and to Extended JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DocumentBenchmark {

    private final Document document;
    private final String stored;

    /** For JMH. */
    public DocumentBenchmark() {
        document = SampleDocuments.read(SampleDocuments.DOCUMENT);
        stored = ExtendedJson.writeLossless(document);
    }

    /** As a client sends it. */
    @Benchmark
    public Document read() throws JsonSyntaxException {
        return ExtendedJson.readDocument(SampleDocuments.DOCUMENT);
    }

    /** As the embedded store has it. */
    @Benchmark
    public Document readStored() throws JsonSyntaxException {
        return ExtendedJson.readStored(stored);
    }

    /** For a client. */
    @Benchmark
    public String write() {
        return ExtendedJson.write(document);
    }

    /** For the embedded store. */
    @Benchmark
    public String writeStored() {
        return ExtendedJson.writeLossless(document);
    }
}
