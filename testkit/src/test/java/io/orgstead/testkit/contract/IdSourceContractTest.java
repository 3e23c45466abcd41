package io.orgstead.testkit.contract;

import io.orgstead.domain.port.IdSource;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

class IdSourceContractTest extends SuiteTrial<IdSource> {

    /** The suite on whatever port is tried. Not run by itself. */
    static final class Suite extends IdSourceContract {

        private static Supplier<? extends IdSource> port = IdSourceContractTest::random;

        @Override
        protected IdSource idSource() {
            return port.get();
        }
    }

    private static IdSource random() {
        return () -> UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }

    @Override
    SuiteRun run(Supplier<? extends IdSource> port) {
        Suite.port = port;
        return SuiteRun.of(Suite.class);
    }

    @Override
    IdSource correct() {
        return random();
    }

    @Override
    IdSource doingNothing() {
        return () -> "";
    }

    @Override
    Stream<Sabotage<IdSource>> sabotages() {
        return Stream.of(
                new Sabotage<>(
                        "upper case",
                        "idIsTwentyFourLowerCaseHexadecimalDigits",
                        () -> () -> random().nextId().toUpperCase(Locale.ROOT)),
                new Sabotage<>("every instance counts from 1", "noTwoInstancesMakeTheSameId", () -> {
                    AtomicInteger count = new AtomicInteger();
                    return () -> String.format("%024x", count.incrementAndGet());
                }),
                new Sabotage<>("threads read one count", "noTwoThreadsMakeTheSameId", () -> {
                    String instance = random().nextId();
                    ThreadLocal<AtomicInteger> count = ThreadLocal.withInitial(AtomicInteger::new);
                    return () -> instance.substring(0, 16)
                            + String.format("%08x", count.get().incrementAndGet());
                }),
                new Sabotage<>(
                        "too few digits are random",
                        "noIdIsMadeTwice",
                        () -> () -> "0".repeat(21) + random().nextId().substring(0, 3)));
    }
}
