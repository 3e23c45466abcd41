package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of calls whose collection was renamed or dropped since. */
abstract class TenantDocumentsMoves extends TenantDocumentsMarker {

    private static final Document STORED = TenantCall.STORED;

    private ThrowingCallable making(TenantCall call, TenantScope tenant) {
        return () -> call.make(documents, tenant);
    }

    @ParameterizedTest
    @EnumSource(TenantCall.class)
    void newNameWorksAndTheOldOneDoesTooOrSaysSo(TenantCall call) {
        insert(STORED);
        TenantScope renamed = rename();
        assertThat(collections.find(scope.collection())).isEmpty();

        Throwable failure = catchThrowable(making(call, scope));

        assertThat(collections.find(scope.collection())).isEmpty();
        if (failure != null) {
            assertThat(failure).isInstanceOf(TenantMovedException.class);
            expectKept(renamed, List.of(STORED));
            call.make(documents, renamed);
        }
        assertThat(isThere(renamed)).isTrue();
    }

    @Test
    void renameTakesTheDocumentsAlong() {
        List<Document> added =
                Stream.of(1, 2, 3).map(n -> samples.document("n", n)).toList();
        insert(scope, added);

        TenantScope renamed = rename();

        expectKept(renamed, added);
        assertThat(documents.findById(renamed, markerId(renamed))).isEmpty();
        Document later = samples.document("n", 4);
        insert(renamed, List.of(later));
        assertThat(documents.deleteAll(renamed, Filter.all())).isEqualTo(4);
        expectKept(renamed, List.of());
    }

    @ParameterizedTest
    @EnumSource(TenantCall.class)
    void droppedCollectionIsGoneForEveryCall(TenantCall call) {
        insert(STORED);
        collections.drop(scope.collection(), scope.incarnation());

        expectMoved(making(call, scope));

        assertThat(isThere(scope)).isFalse();
        assertThat(documents.undoInterrupted(Samples.NOW, 10)).isZero();
        assertThat(isThere(scope)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TenantCall.class)
    void lateCallLeavesASuccessorOfTheNameAlone(TenantCall call) {
        insert(STORED);
        collections.drop(scope.collection(), scope.incarnation());
        TenantScope successor = publish(samples.active(organization.name()));
        assertThat(successor.collection()).isEqualTo(scope.collection());
        insert(successor, List.of(STORED));

        expectMoved(making(call, scope));

        expectKept(successor, List.of(STORED));
        call.make(documents, successor);
    }

    @ParameterizedTest
    @EnumSource(TenantCall.class)
    void successorOfARenamedOneIsLeftAlone(TenantCall call) {
        insert(STORED);
        TenantScope renamed = rename();
        TenantScope successor = publish(samples.active(organization.name()));
        insert(successor, List.of(STORED));

        Throwable failure = catchThrowable(making(call, scope));

        expectKept(successor, List.of(STORED));
        if (failure != null) {
            assertThat(failure).isInstanceOf(TenantMovedException.class);
            expectKept(renamed, List.of(STORED));
        }
        call.make(documents, successor);
    }

    @ParameterizedTest
    @EnumSource(TenantCall.class)
    void collectionThatNeverWasIsNotMade(TenantCall call) {
        insert(STORED);
        TenantScope unknown = Samples.scope(samples.active(samples.name()), samples.incarnation());
        TenantScope otherIncarnation = Samples.scope(organization, samples.incarnation());

        expectMoved(making(call, unknown));
        expectMoved(making(call, otherIncarnation));

        assertThat(collections.find(unknown.collection())).isEmpty();
        expectKept(STORED);
    }

    @ParameterizedTest
    @EnumSource(TenantCall.class)
    void collectionThatNobodySeesYetIsNotReached(TenantCall call) {
        insert(STORED);
        Organization owner = samples.active(samples.name());
        TenantScope staged = Samples.scope(owner, collections.stage(TenantMarker.of(owner), model()));

        expectMoved(making(call, staged));

        assertThat(collections.find(staged.collection())).isEmpty();
        expectKept(STORED);
    }

    private TenantScope stage(Organization owner) {
        return TenantScope.ofStaged(owner, collections.stage(TenantMarker.of(owner), model()));
    }

    @ParameterizedTest
    @EnumSource(TenantCall.class)
    void hiddenScopeReachesThePrivateCollectionUntilItIsPublic(TenantCall call) {
        Organization owner = samples.active(samples.name());
        TenantScope hidden = stage(owner);
        insert(hidden, List.of(STORED));
        call.make(documents, hidden);

        assertThat(collections.publish(owner.id(), hidden.incarnation(), owner.collection()))
                .isEqualTo(MoveOutcome.MOVED);

        expectMoved(making(call, hidden));
    }

    @ParameterizedTest
    @EnumSource(TenantCall.class)
    void hiddenScopeReachesNoPublicCollection(TenantCall call) {
        insert(STORED);

        expectMoved(making(call, TenantScope.ofStaged(organization, scope.incarnation())));

        expectKept(STORED);
    }

    @Test
    void organizationMayHaveAPrivateCollectionBesideItsPublicOne() {
        insert(STORED);
        TenantScope hidden = stage(organization);
        Document other = samples.document("n", 2);
        insert(hidden, List.of(STORED, other));

        expectKept(STORED);
        expectKept(hidden, List.of(STORED, other));
        assertThat(documents.deleteAll(scope, Filter.all())).isEqualTo(1);
        expectKept(hidden, List.of(STORED, other));
        collections.discardStaged(organization.id());

        expectMoved(() -> documents.usage(hidden));
        insert(scope, List.of(other));
        expectKept(other);
    }

    @Test
    void writersDuringADropLeaveNothingBehind() {
        insert(STORED);

        Race<Boolean> race = Race.of(runner -> () -> {
            if (runner == 0) {
                collections.drop(scope.collection(), scope.incarnation());
                return true;
            }
            Throwable failure = catchThrowable(() -> insert(samples.document("n", runner)));
            // Who has written in time, and is to look once more, may find that it cannot tell what became of the
            // document.
            return failure == null
                    || failure instanceof TenantMovedException
                    || failure instanceof StoreUnavailableException;
        });

        assertThat(race.failures()).isEmpty();
        assertThat(race.losers()).isZero();
        assertThat(isThere(scope)).isFalse();
        expectKept(publish(samples.active(organization.name())), List.of());
    }

    @Test
    void writersDuringARenameLoseNothing() {
        Organization renamed = Samples.renamed(organization, samples.name());
        List<Document> own = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> samples.document("of", i))
                .toList();

        Race<Boolean> race = Race.of(runner -> () -> {
            if (runner == 0) {
                return collections.rename(organization.collection(), scope.incarnation(), renamed.collection())
                        == MoveOutcome.MOVED;
            }
            Throwable failure = catchThrowable(() -> insert(own.get(runner)));
            if (failure == null) {
                return true;
            }
            assertThat(failure).isInstanceOf(TenantMovedException.class);
            return false;
        });

        assertThat(race.failures()).isEmpty();
        assertThat(race.results().get(0)).isTrue();
        assertThat(collections.find(scope.collection())).isEmpty();
        expectKept(
                Samples.scope(renamed, scope.incarnation()),
                IntStream.range(1, Race.RUNNERS)
                        .filter(i -> race.results().get(i))
                        .mapToObj(own::get)
                        .toList());
    }
}
