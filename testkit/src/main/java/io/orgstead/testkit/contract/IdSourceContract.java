package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.IdSource;
import io.orgstead.testkit.Race;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link IdSource} must do. An implementation's test extends this class and says how to make the port. */
public abstract class IdSourceContract {

    private static final int MANY = 2_000;

    /**
     * Makes the port that is tested. Called several times in a test.
     *
     * @return an instance of its own at each call, as another process would have
     */
    protected abstract IdSource idSource();

    @Test
    void idIsTwentyFourLowerCaseHexadecimalDigits() {
        IdSource ids = idSource();

        assertThat(Stream.generate(ids::nextId).limit(MANY))
                .allSatisfy(id -> assertThat(id).matches("[0-9a-f]{24}"));
        assertThat(new OrganizationId(ids.nextId()).value()).hasSize(24);
    }

    @Test
    void noIdIsMadeTwice() {
        IdSource ids = idSource();

        assertThat(Stream.generate(ids::nextId).limit(MANY).toList())
                .doesNotHaveDuplicates()
                .allMatch(Objects::nonNull);
    }

    @Test
    void noTwoInstancesMakeTheSameId() {
        List<String> ids =
                IntStream.range(0, MANY).mapToObj(i -> idSource().nextId()).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(Objects::nonNull);
    }

    @Test
    void noTwoThreadsMakeTheSameId() {
        IdSource ids = idSource();

        Race<List<String>> race =
                Race.of(runner -> () -> Stream.generate(ids::nextId).limit(MANY).toList());

        assertThat(race.failures()).isEmpty();
        assertThat(race.results().stream().flatMap(List::stream))
                .hasSize(Race.RUNNERS * MANY)
                .doesNotHaveDuplicates();
    }
}
