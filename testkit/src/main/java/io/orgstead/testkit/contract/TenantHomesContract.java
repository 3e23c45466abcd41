package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link io.orgstead.domain.port.TenantCollections} must do with collections that have no names of their own: those of
 * the models {@code DATABASE} and {@code SHARED}. An implementation's test extends this class, once for each of them.
 */
public abstract class TenantHomesContract extends TenantData {

    private static final Document STORED = TenantCall.STORED;

    /**
     * Says which model is tested.
     *
     * @return not {@link IsolationModel#COLLECTION}
     */
    @Override
    protected abstract IsolationModel model();

    private CollectionIncarnation stage(Organization owner) {
        return collections.stage(TenantMarker.of(owner), model());
    }

    private Organization newOrganization() {
        return samples.active(samples.name());
    }

    @Test
    void publicOneIsThereAndIsFoundByNoName() {
        assertThat(isThere(scope)).isTrue();
        assertThat(collections.find(scope.collection())).isEmpty();
        expectKept();
    }

    @Test
    void nameStaysFreeForOthers() {
        insert(STORED);
        Organization namesake = samples.active(organization.name());
        CollectionIncarnation named = collections.stage(TenantMarker.of(namesake), IsolationModel.COLLECTION);

        assertThat(collections.publish(namesake.id(), named, namesake.collection()))
                .isEqualTo(MoveOutcome.MOVED);

        assertThat(collections.find(organization.collection())).contains(named);
        expectKept(Samples.scope(namesake, named), List.of());
        collections.drop(namesake.collection(), named);
        expectKept(STORED);
    }

    @Test
    void privateOneIsListedAndNotThere() {
        Organization owner = newOrganization();
        CollectionIncarnation staged = stage(owner);

        assertThat(collections.isPresent(owner.collection(), staged)).isFalse();
        assertThat(collections.findStaged(10)).containsExactly(owner.id());
        assertThat(collections.publish(owner.id(), staged, owner.collection())).isEqualTo(MoveOutcome.MOVED);
        assertThat(collections.isPresent(owner.collection(), staged)).isTrue();
        assertThat(collections.findStaged(10)).isEmpty();
        assertThat(collections.publish(owner.id(), staged, owner.collection())).isEqualTo(MoveOutcome.MOVED);
    }

    @Test
    void privateOnesAreListedUpToTheLimit() {
        for (int i = 0; i < 3; i++) {
            stage(newOrganization());
        }
        collections.stage(TenantMarker.of(newOrganization()), IsolationModel.COLLECTION);

        assertThat(collections.findStaged(2)).hasSize(2);
        assertThat(collections.findStaged(10)).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void publishingWhatIsNotThereSaysSo() {
        Organization owner = newOrganization();
        Organization other = newOrganization();
        CollectionIncarnation staged = stage(owner);

        assertThat(collections.publish(owner.id(), samples.incarnation(), owner.collection()))
                .isEqualTo(MoveOutcome.SOURCE_GONE);
        assertThat(collections.publish(other.id(), staged, other.collection())).isEqualTo(MoveOutcome.SOURCE_GONE);
        collections.discardStaged(owner.id());
        assertThat(collections.publish(owner.id(), staged, owner.collection())).isEqualTo(MoveOutcome.SOURCE_GONE);
        assertThat(collections.isPresent(owner.collection(), staged)).isFalse();
    }

    @Test
    void stageMadeAgainFindsTheFirst() {
        Organization owner = newOrganization();
        CollectionIncarnation first = stage(owner);
        insert(TenantScope.ofStaged(owner, first), List.of(STORED));

        assertThat(stage(owner)).isEqualTo(first);

        expectKept(TenantScope.ofStaged(owner, first), List.of(STORED));
        assertThat(collections.findStaged(10)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(IsolationModel.class)
    void stageOfAnotherModelTakesThePlaceOfTheFirst(IsolationModel other) {
        if (other == model()) {
            return;
        }
        Organization owner = newOrganization();
        CollectionIncarnation first = collections.stage(TenantMarker.of(owner), other);
        insert(TenantScope.ofStaged(owner, first), List.of(STORED));

        CollectionIncarnation second = stage(owner);

        assertThat(second).isNotEqualTo(first);
        expectMoved(() -> documents.usage(TenantScope.ofStaged(owner, first)));
        expectKept(TenantScope.ofStaged(owner, second), List.of());
        assertThat(collections.findStaged(10)).containsExactly(owner.id());
        CollectionIncarnation third = collections.stage(TenantMarker.of(owner), other);
        expectMoved(() -> documents.usage(TenantScope.ofStaged(owner, second)));
        expectKept(TenantScope.ofStaged(owner, third), List.of());
    }

    @ParameterizedTest
    @EnumSource(IsolationModel.class)
    void privateOneOfAnyModelTakesThePlaceOfThePublicOne(IsolationModel next) {
        insert(STORED);
        CollectionIncarnation staged = collections.stage(TenantMarker.of(organization), next);
        assertThat(staged).isNotEqualTo(scope.incarnation());
        Document copied = samples.document("n", 2);
        insert(TenantScope.ofStaged(organization, staged), List.of(copied));

        assertThat(collections.publish(organization.id(), staged, organization.collection()))
                .isEqualTo(MoveOutcome.MOVED);
        TenantScope after = Samples.scope(organization, staged);

        expectKept(STORED);
        expectKept(after, List.of(copied));
        collections.drop(scope.collection(), scope.incarnation());
        assertThat(isThere(scope)).isFalse();
        assertThat(isThere(after)).isTrue();
        expectKept(after, List.of(copied));
    }

    @Test
    void discardingTouchesNothingElse() {
        insert(STORED);
        Organization owner = newOrganization();
        CollectionIncarnation kept = stage(owner);
        stage(organization);

        collections.discardStaged(organization.id());
        collections.discardStaged(organization.id());

        expectKept(STORED);
        expectKept(TenantScope.ofStaged(owner, kept), List.of());
        assertThat(collections.findStaged(10)).containsExactly(owner.id());
    }

    @Test
    void renameChangesNothing() {
        insert(STORED);
        TenantScope renamed = rename();

        expectKept(renamed, List.of(STORED));
        assertThat(collections.find(renamed.collection())).isEmpty();
        CollectionIncarnation staged = stage(newOrganization());
        assertThat(collections.rename(scope.collection(), staged, renamed.collection()))
                .isEqualTo(MoveOutcome.SOURCE_GONE);
        collections.drop(renamed.collection(), renamed.incarnation());
        assertThat(collections.rename(scope.collection(), scope.incarnation(), renamed.collection()))
                .isEqualTo(MoveOutcome.SOURCE_GONE);
    }

    @Test
    void dropTakesTheVeryCollectionWhateverTheNameIs() {
        insert(STORED);
        TenantScope other = newTenant();
        insert(other, List.of(STORED));

        collections.drop(other.collection(), scope.incarnation());
        collections.drop(scope.collection(), scope.incarnation());

        assertThat(isThere(scope)).isFalse();
        expectMoved(() -> documents.usage(scope));
        expectKept(other, List.of(STORED));
    }

    @Test
    void lateDropLeavesASuccessorAlone() {
        insert(STORED);
        collections.drop(scope.collection(), scope.incarnation());
        TenantScope successor = publish(organization);
        assertThat(successor.incarnation()).isNotEqualTo(scope.incarnation());
        insert(successor, List.of(STORED));

        collections.drop(scope.collection(), scope.incarnation());

        expectKept(successor, List.of(STORED));
        expectMoved(() -> documents.usage(scope));
    }

    @Test
    void ofManyStagingForOneOrganizationAllFindTheSame() {
        Organization owner = newOrganization();

        Race<CollectionIncarnation> race = Race.of(runner -> () -> stage(owner));

        assertThat(race.failures()).isEmpty();
        assertThat(Set.copyOf(race.results())).hasSize(1);
        expectKept(TenantScope.ofStaged(owner, race.results().get(0)), List.of());
    }

    @Test
    void manyComeAndGoAtOnce() {
        List<Organization> owners = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> newOrganization())
                .toList();

        Race<Boolean> race = Race.of(runner -> () -> {
            Organization owner = owners.get(runner);
            TenantScope own = publish(owner);
            insert(own, List.of(STORED));
            if (runner % 2 == 0) {
                collections.drop(own.collection(), own.incarnation());
            }
            return isThere(own) == (runner % 2 != 0);
        });

        assertThat(race.failures()).isEmpty();
        assertThat(race.losers()).isZero();
        assertThat(collections.findStaged(100)).isEmpty();
        expectKept();
    }
}
