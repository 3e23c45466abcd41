package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a collection is born in private and published. */
abstract class TenantCollectionsLife {

    static final CollectionName ACME = new CollectionName("org_acme");
    static final CollectionName OTHER = new CollectionName("org_other");

    final Samples samples = new Samples();
    TenantCollections collections;

    /**
     * Makes the port that is tested. Called once before each test.
     *
     * @return the port over an empty store of its own
     */
    protected abstract TenantCollections tenantCollections();

    /**
     * Reads the marker documents in a public collection of the store under test, past the port.
     *
     * @param name the collection; may not be there
     * @return the markers, in any order; documents that are no markers are left out
     */
    protected abstract List<TenantMarker> markersIn(CollectionName name);

    /**
     * Counts the documents in a public collection of the store under test, past the port.
     *
     * @param name the collection
     * @return the number of documents of any kind; 0 if there is no such collection
     */
    protected abstract long count(CollectionName name);

    /**
     * Adds one document that is no marker to a public collection of the store under test, past the port. Makes the
     * collection if it is not there, as another application would.
     *
     * @param name the collection
     */
    protected abstract void addDocument(CollectionName name);

    @BeforeEach
    void openCollections() {
        collections = tenantCollections();
    }

    /** A collection that is born and published. */
    CollectionIncarnation create(TenantMarker marker, CollectionName name) {
        CollectionIncarnation incarnation = collections.stage(marker, IsolationModel.COLLECTION);
        assertThat(collections.publish(marker.organizationId(), incarnation, name))
                .isEqualTo(MoveOutcome.MOVED);
        return incarnation;
    }

    CollectionIncarnation create(CollectionName name) {
        return create(samples.marker(), name);
    }

    @Test
    void publishedCollectionHoldsTheMarkerAlone() {
        TenantMarker marker = new TenantMarker(
                samples.organizationId(),
                OrganizationName.parse("M\u00fcller \u682a\u5f0f\u4f1a\u793e \"x\""),
                Samples.NOW);

        CollectionIncarnation incarnation = create(marker, ACME);

        assertThat(collections.find(ACME)).contains(incarnation);
        assertThat(markersIn(ACME)).containsExactly(marker);
        assertThat(count(ACME)).isEqualTo(1);
    }

    @Test
    void stagedCollectionIsSeenByNobody() {
        TenantMarker marker = samples.marker();
        CollectionName wanted = marker.organization().collectionName();

        CollectionIncarnation incarnation = collections.stage(marker, IsolationModel.COLLECTION);

        assertThat(collections.find(wanted)).isEmpty();
        assertThat(count(wanted)).isZero();
        assertThat(collections.findStaged(10)).containsExactly(marker.organizationId());
        assertThat(collections.publish(marker.organizationId(), incarnation, wanted))
                .isEqualTo(MoveOutcome.MOVED);
        assertThat(collections.find(wanted)).contains(incarnation);
    }

    @Test
    void stageMadeAgainFindsTheFirst() {
        TenantMarker marker = samples.marker();

        CollectionIncarnation first = collections.stage(marker, IsolationModel.COLLECTION);
        CollectionIncarnation again = collections.stage(marker, IsolationModel.COLLECTION);

        assertThat(again).isEqualTo(first).isNotNull();
        assertThat(collections.findStaged(10)).hasSize(1);
        assertThat(collections.publish(marker.organizationId(), again, ACME)).isEqualTo(MoveOutcome.MOVED);
        assertThat(markersIn(ACME)).containsExactly(marker);
        assertThat(count(ACME)).isEqualTo(1);
    }

    @Test
    void everyCollectionHasAnIncarnationOfItsOwn() {
        CollectionIncarnation one = create(ACME);
        CollectionIncarnation two = create(OTHER);

        assertThat(one).isNotEqualTo(two);
        assertThat(collections.find(ACME)).contains(one);
        assertThat(collections.find(OTHER)).contains(two);
    }

    @Test
    void publishMadeAgainFindsItThere() {
        TenantMarker marker = samples.marker();
        CollectionIncarnation incarnation = create(marker, ACME);

        assertThat(collections.publish(marker.organizationId(), incarnation, ACME))
                .isEqualTo(MoveOutcome.MOVED);

        assertThat(collections.find(ACME)).contains(incarnation);
        assertThat(count(ACME)).isEqualTo(1);
    }

    @Test
    void publishOntoATakenNameChangesNothing() {
        TenantMarker marker = samples.marker();
        CollectionIncarnation holder = create(ACME);
        CollectionIncarnation staged = collections.stage(marker, IsolationModel.COLLECTION);

        assertThat(collections.publish(marker.organizationId(), staged, ACME)).isEqualTo(MoveOutcome.TARGET_TAKEN);

        assertThat(collections.find(ACME)).contains(holder);
        assertThat(count(ACME)).isEqualTo(1);
        assertThat(collections.publish(marker.organizationId(), staged, OTHER)).isEqualTo(MoveOutcome.MOVED);
        assertThat(markersIn(OTHER)).containsExactly(marker);
    }

    @Test
    void publishOntoAForeignCollectionChangesNothing() {
        TenantMarker marker = samples.marker();
        addDocument(ACME);
        CollectionIncarnation staged = collections.stage(marker, IsolationModel.COLLECTION);

        assertThat(collections.publish(marker.organizationId(), staged, ACME)).isEqualTo(MoveOutcome.TARGET_TAKEN);

        assertThat(count(ACME)).isEqualTo(1);
        assertThat(markersIn(ACME)).isEmpty();
        assertThat(collections.findStaged(10)).containsExactly(marker.organizationId());
    }

    @Test
    void publishOfAnotherIncarnationChangesNothing() {
        TenantMarker marker = samples.marker();
        CollectionIncarnation discarded = collections.stage(marker, IsolationModel.COLLECTION);
        collections.discardStaged(marker.organizationId());
        CollectionIncarnation staged = collections.stage(marker, IsolationModel.COLLECTION);

        assertThat(staged).isNotEqualTo(discarded);
        assertThat(collections.publish(marker.organizationId(), discarded, ACME))
                .isEqualTo(MoveOutcome.SOURCE_GONE);

        assertThat(collections.find(ACME)).isEmpty();
        assertThat(collections.findStaged(10)).containsExactly(marker.organizationId());
        assertThat(collections.publish(marker.organizationId(), staged, ACME)).isEqualTo(MoveOutcome.MOVED);
    }

    @Test
    void publishForAnotherOrganizationChangesNothing() {
        TenantMarker marker = samples.marker();
        CollectionIncarnation staged = collections.stage(marker, IsolationModel.COLLECTION);

        assertThat(collections.publish(samples.organizationId(), staged, ACME)).isEqualTo(MoveOutcome.SOURCE_GONE);

        assertThat(collections.find(ACME)).isEmpty();
        assertThat(collections.findStaged(10)).containsExactly(marker.organizationId());
    }

    @Test
    void discardedCollectionCannotBePublished() {
        TenantMarker marker = samples.marker();
        CollectionIncarnation staged = collections.stage(marker, IsolationModel.COLLECTION);

        collections.discardStaged(marker.organizationId());
        collections.discardStaged(marker.organizationId());

        assertThat(collections.findStaged(10)).isEmpty();
        assertThat(collections.publish(marker.organizationId(), staged, ACME)).isEqualTo(MoveOutcome.SOURCE_GONE);
        assertThat(collections.find(ACME)).isEmpty();
    }

    @Test
    void discardStagedTouchesNothingElse() {
        TenantMarker published = samples.marker();
        CollectionIncarnation incarnation = create(published, ACME);
        TenantMarker neighbour = samples.marker();
        collections.stage(neighbour, IsolationModel.COLLECTION);

        collections.discardStaged(published.organizationId());

        assertThat(collections.find(ACME)).contains(incarnation);
        assertThat(markersIn(ACME)).containsExactly(published);
        assertThat(collections.findStaged(10)).containsExactly(neighbour.organizationId());
    }

    @Test
    void stagedCollectionsAreListedUpToTheLimit() {
        List<TenantMarker> staged = List.of(samples.marker(), samples.marker(), samples.marker());
        staged.forEach(marker -> collections.stage(marker, IsolationModel.COLLECTION));
        create(ACME);
        addDocument(OTHER);

        assertThat(collections.findStaged(10))
                .containsExactlyInAnyOrderElementsOf(
                        staged.stream().map(TenantMarker::organizationId).toList());
        assertThat(collections.findStaged(2)).hasSize(2);
        assertThat(collections.findStaged(1)).hasSize(1);
    }
}
