package io.orgstead.benchmarks.jmh;

import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.OrganizationName;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the name that a client sends to the name of the collection. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NameBenchmark {

    /** What is sent. */
    @Param({"acme", "  Acme Rocket-Powered Products of North America "})
    public String raw = "";

    /** For JMH. */
    public NameBenchmark() {}

    /** Parses the name and derives the collection's. */
    @Benchmark
    public CollectionName collectionName() {
        return OrganizationName.parse(raw).collectionName();
    }
}
