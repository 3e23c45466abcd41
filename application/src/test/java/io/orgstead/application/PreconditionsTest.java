package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.data.DocumentTag;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.application.usecase.data.Preconditions.Tags;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreconditionsTest {

    private static final DocumentTag FIRST = new DocumentTag("1");
    private static final DocumentTag SECOND = new DocumentTag("2");

    @Test
    void withoutAnyWhateverIsThereMayBeChanged() {
        assertThat(Preconditions.NONE.hold(Optional.empty())).isTrue();
        assertThat(Preconditions.NONE.hold(Optional.of(FIRST))).isTrue();
    }

    @Test
    void theStateMustBeOneOfThoseNamed() {
        Preconditions first = new Preconditions(Optional.of(new Tags(false, Set.of(FIRST))), Optional.empty());
        assertThat(first.hold(Optional.of(FIRST))).isTrue();
        assertThat(first.hold(Optional.of(SECOND))).isFalse();
        assertThat(first.hold(Optional.empty())).isFalse();

        Preconditions any = new Preconditions(Optional.of(Tags.ANY), Optional.empty());
        assertThat(any.hold(Optional.of(SECOND))).isTrue();
        assertThat(any.hold(Optional.empty())).isFalse();
    }

    @Test
    void theStateMustBeNoneOfThoseNamed() {
        Preconditions notFirst = new Preconditions(Optional.empty(), Optional.of(new Tags(false, Set.of(FIRST))));
        assertThat(notFirst.hold(Optional.of(FIRST))).isFalse();
        assertThat(notFirst.hold(Optional.of(SECOND))).isTrue();
        assertThat(notFirst.hold(Optional.empty())).isTrue();

        Preconditions none = new Preconditions(Optional.empty(), Optional.of(Tags.ANY));
        assertThat(none.hold(Optional.of(SECOND))).isFalse();
        assertThat(none.hold(Optional.empty())).isTrue();
    }
}
