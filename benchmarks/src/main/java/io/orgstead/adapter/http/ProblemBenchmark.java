package io.orgstead.adapter.http;

import io.orgstead.domain.failure.AccessDeniedException;
import io.orgstead.domain.failure.InvalidValueException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From a refusal of the core to the bytes that are sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProblemBenchmark {

    private static final String REQUEST_ID = "3f0c1b52-6d0e-4a3b-8a55-3f4a1f0d9b11";

    private final InvalidValueException invalid = new InvalidValueException("must be a number");

    /** For JMH. */
    public ProblemBenchmark() {}

    /** One without fields, made anew, as it is for each request. */
    @Benchmark
    public byte[] accessDenied() {
        return DomainProblems.of(new AccessDeniedException()).toJson(REQUEST_ID);
    }

    /** One with a field, the exception aside. */
    @Benchmark
    public byte[] invalidValue() {
        return DomainProblems.of(invalid).toJson(REQUEST_ID);
    }
}
