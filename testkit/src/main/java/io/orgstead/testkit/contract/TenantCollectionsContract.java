package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.testkit.Race;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link io.orgstead.domain.port.TenantCollections} must do. An implementation's test extends this class and
 * says how to make the port, and how to look at and add documents past it.
 */
public abstract class TenantCollectionsContract extends TenantCollectionsLife {

    static Stream<CollectionName> names() {
        String longest = "\ud801\udc28".repeat(OrganizationName.MAX_LENGTH);
        return Stream.of(
                OrganizationName.parse("\u682a\u5f0f\u4f1a\u793e \u00dcber 7").collectionName(),
                OrganizationName.parse(longest).collectionName(),
                new CollectionName("org_An \"old\" 'na-me'.2;"),
                new CollectionName("org_"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameWorks(CollectionName name) {
        TenantMarker marker = samples.marker();
        CollectionIncarnation incarnation = create(marker, name);

        assertThat(collections.find(name)).contains(incarnation);
        assertThat(markersIn(name)).containsExactly(marker);
        assertThat(collections.rename(name, incarnation, ACME)).isEqualTo(MoveOutcome.MOVED);
        assertThat(collections.rename(ACME, incarnation, name)).isEqualTo(MoveOutcome.MOVED);
        collections.drop(name, incarnation);
        assertThat(collections.find(name)).isEmpty();
    }

    @Test
    void foreignCollectionHasALastingIncarnation() {
        addDocument(ACME);
        CollectionIncarnation incarnation = collections.find(ACME).orElseThrow();
        addDocument(ACME);

        assertThat(collections.find(ACME)).contains(incarnation);
        assertThat(collections.find(OTHER)).isEmpty();
        assertThat(count(ACME)).isEqualTo(2);
    }

    @Test
    void foreignCollectionCanBeRenamedAndDropped() {
        addDocument(ACME);
        CollectionIncarnation incarnation = collections.find(ACME).orElseThrow();

        assertThat(collections.rename(ACME, incarnation, OTHER)).isEqualTo(MoveOutcome.MOVED);
        assertThat(collections.find(OTHER)).contains(incarnation);
        assertThat(count(OTHER)).isEqualTo(1);
        collections.drop(OTHER, incarnation);
        assertThat(collections.find(OTHER)).isEmpty();
    }

    @Test
    void renameTakesEverythingAlong() {
        TenantMarker marker = samples.marker();
        CollectionIncarnation incarnation = create(marker, ACME);
        addDocument(ACME);
        addDocument(ACME);

        assertThat(collections.rename(ACME, incarnation, OTHER)).isEqualTo(MoveOutcome.MOVED);

        // The same incarnation: the collection was moved, not copied.
        assertThat(collections.find(OTHER)).contains(incarnation);
        assertThat(markersIn(OTHER)).containsExactly(marker);
        assertThat(count(OTHER)).isEqualTo(3);
        assertThat(collections.find(ACME)).isEmpty();
        assertThat(count(ACME)).isZero();
    }

    @Test
    void renameMadeAgainFindsItThere() {
        CollectionIncarnation incarnation = create(ACME);

        assertThat(collections.rename(ACME, incarnation, OTHER)).isEqualTo(MoveOutcome.MOVED);
        assertThat(collections.rename(ACME, incarnation, OTHER)).isEqualTo(MoveOutcome.MOVED);
        assertThat(collections.rename(OTHER, incarnation, OTHER)).isEqualTo(MoveOutcome.MOVED);

        assertThat(collections.find(OTHER)).contains(incarnation);
        assertThat(count(OTHER)).isEqualTo(1);
    }

    @Test
    void renameMadeAgainLeavesASuccessorAlone() {
        CollectionIncarnation moved = create(ACME);
        assertThat(collections.rename(ACME, moved, OTHER)).isEqualTo(MoveOutcome.MOVED);
        CollectionIncarnation successor = create(ACME);

        assertThat(collections.rename(ACME, moved, OTHER)).isEqualTo(MoveOutcome.MOVED);

        assertThat(collections.find(ACME)).contains(successor);
        assertThat(collections.find(OTHER)).contains(moved);
    }

    @Test
    void renameOntoATakenNameChangesNothing() {
        TenantMarker marker = samples.marker();
        CollectionIncarnation incarnation = create(marker, ACME);
        CollectionIncarnation holder = create(OTHER);

        assertThat(collections.rename(ACME, incarnation, OTHER)).isEqualTo(MoveOutcome.TARGET_TAKEN);

        assertThat(collections.find(ACME)).contains(incarnation);
        assertThat(collections.find(OTHER)).contains(holder);
        assertThat(markersIn(ACME)).containsExactly(marker);
        assertThat(count(OTHER)).isEqualTo(1);
    }

    @Test
    void renameOntoAForeignCollectionChangesNothing() {
        CollectionIncarnation incarnation = create(ACME);
        addDocument(OTHER);

        assertThat(collections.rename(ACME, incarnation, OTHER)).isEqualTo(MoveOutcome.TARGET_TAKEN);

        assertThat(collections.find(ACME)).contains(incarnation);
        assertThat(markersIn(OTHER)).isEmpty();
        assertThat(count(OTHER)).isEqualTo(1);
    }

    @Test
    void renameOfACollectionThatIsGoneChangesNothing() {
        CollectionIncarnation dropped = create(ACME);
        collections.drop(ACME, dropped);

        assertThat(collections.rename(ACME, dropped, OTHER)).isEqualTo(MoveOutcome.SOURCE_GONE);

        assertThat(collections.find(ACME)).isEmpty();
        assertThat(collections.find(OTHER)).isEmpty();
    }

    @Test
    void renameOfAnotherIncarnationChangesNothing() {
        CollectionIncarnation dropped = create(ACME);
        collections.drop(ACME, dropped);
        CollectionIncarnation present = create(ACME);

        assertThat(collections.rename(ACME, dropped, OTHER)).isEqualTo(MoveOutcome.SOURCE_GONE);

        assertThat(collections.find(ACME)).contains(present);
        assertThat(collections.find(OTHER)).isEmpty();
    }

    @Test
    void dropRemovesEverythingAndIsIdempotent() {
        CollectionIncarnation incarnation = create(ACME);
        addDocument(ACME);
        CollectionIncarnation other = create(OTHER);

        collections.drop(ACME, incarnation);
        collections.drop(ACME, incarnation);

        assertThat(collections.find(ACME)).isEmpty();
        assertThat(count(ACME)).isZero();
        assertThat(collections.find(OTHER)).contains(other);
        assertThat(count(OTHER)).isEqualTo(1);
    }

    @Test
    void recreatedCollectionIsAnotherAndEmptyAndSafeFromALateDrop() {
        TenantMarker first = samples.marker();
        TenantMarker second = samples.marker();
        CollectionIncarnation dropped = create(first, ACME);
        addDocument(ACME);
        collections.drop(ACME, dropped);
        CollectionIncarnation present = create(second, ACME);

        assertThat(present).isNotEqualTo(dropped);
        collections.drop(ACME, dropped);

        assertThat(collections.find(ACME)).contains(present);
        assertThat(markersIn(ACME)).containsExactly(second);
        assertThat(count(ACME)).isEqualTo(1);
    }

    @Test
    void dropUnderAnotherNameChangesNothing() {
        CollectionIncarnation incarnation = create(ACME);
        CollectionIncarnation other = create(OTHER);

        collections.drop(OTHER, incarnation);

        assertThat(collections.find(ACME)).contains(incarnation);
        assertThat(collections.find(OTHER)).contains(other);
    }

    @Test
    void ofManyStagingForOneOrganizationAllFindTheSame() {
        TenantMarker marker = samples.marker();

        Race<CollectionIncarnation> race =
                Race.of(runner -> () -> collections.stage(marker, IsolationModel.COLLECTION));

        assertThat(race.failures()).isEmpty();
        assertThat(Set.copyOf(race.results())).hasSize(1);
        CollectionIncarnation staged = race.results().get(0);
        assertThat(collections.publish(marker.organizationId(), staged, ACME)).isEqualTo(MoveOutcome.MOVED);
        assertThat(markersIn(ACME)).containsExactly(marker);
        assertThat(count(ACME)).isEqualTo(1);
    }

    @Test
    void ofManyPublishingUnderOneNameExactlyOneMoves() {
        List<TenantMarker> markers =
                IntStream.range(0, Race.RUNNERS).mapToObj(i -> samples.marker()).toList();
        List<CollectionIncarnation> staged = markers.stream()
                .map(marker -> collections.stage(marker, IsolationModel.COLLECTION))
                .toList();

        Race<MoveOutcome> race = Race.of(
                runner -> () -> collections.publish(markers.get(runner).organizationId(), staged.get(runner), ACME));

        expectOneMoved(race);
        assertThat(collections.findStaged(100)).hasSize(Race.RUNNERS - 1);
        assertThat(staged).contains(collections.find(ACME).orElseThrow());
    }

    @Test
    void ofManyRenamingOntoOneNameExactlyOneMoves() {
        List<CollectionName> names = IntStream.range(0, Race.RUNNERS)
                .mapToObj(i -> new CollectionName("org_from" + i))
                .toList();
        List<CollectionIncarnation> created = names.stream().map(this::create).toList();

        Race<MoveOutcome> race =
                Race.of(runner -> () -> collections.rename(names.get(runner), created.get(runner), ACME));

        expectOneMoved(race);
        assertThat(created).contains(collections.find(ACME).orElseThrow());
        assertThat(names).filteredOn(name -> collections.find(name).isEmpty()).hasSize(1);
    }

    private static void expectOneMoved(Race<MoveOutcome> race) {
        assertThat(race.failures()).isEmpty();
        assertThat(race.results()).filteredOn(MoveOutcome.MOVED::equals).hasSize(1);
        assertThat(race.results()).filteredOn(MoveOutcome.TARGET_TAKEN::equals).hasSize(Race.RUNNERS - 1);
    }

    @Test
    void ofManyRenamingOneCollectionAllFindItMoved() {
        CollectionIncarnation incarnation = create(ACME);

        Race<MoveOutcome> race = Race.of(runner -> () -> collections.rename(ACME, incarnation, OTHER));

        assertThat(race.failures()).isEmpty();
        assertThat(race.results()).hasSize(Race.RUNNERS).containsOnly(MoveOutcome.MOVED);
        assertThat(count(OTHER)).isEqualTo(1);
    }
}
