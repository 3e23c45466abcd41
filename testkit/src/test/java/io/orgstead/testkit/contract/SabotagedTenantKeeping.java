package io.orgstead.testkit.contract;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.reference.ReferenceTenantData.Kept;
import io.orgstead.testkit.reference.ReferenceTenantDocuments;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Tenant documents whose quota or marker is kept wrongly, each in one way. */
final class SabotagedTenantKeeping {

    private SabotagedTenantKeeping() {}

    static Stream<Sabotage<TenantDocuments>> all() {
        return Stream.of(usages(), quotas(), markers()).flatMap(sabotages -> sabotages);
    }

    private static Stream<Sabotage<TenantDocuments>> usages() {
        return Stream.of(
                new Sabotage<>(
                        "the marker counts", "usageIsExactAfterEveryChange", () -> new ReferenceTenantDocuments() {
                            @Override
                            protected Usage usage(Kept kept) {
                                return super.usage(kept).plus(new Usage(1, 0));
                            }
                        }),
                new Sabotage<>(
                        "what is removed by a filter stays counted",
                        "usageIsExactAfterARace",
                        () -> new ReferenceTenantDocuments() {
                            private final AtomicLong removed = new AtomicLong();

                            @Override
                            public long deleteAll(TenantScope scope, Filter filter) {
                                long gone = super.deleteAll(scope, filter);
                                removed.addAndGet(gone);
                                return gone;
                            }

                            @Override
                            public Usage usage(TenantScope scope) {
                                return super.usage(scope).plus(new Usage(removed.get(), 0));
                            }
                        }));
    }

    private static Sabotage<TenantDocuments> fitting(String what, String seenBy, Fitting wrong) {
        return new Sabotage<>(what, seenBy, () -> new ReferenceTenantDocuments() {
            @Override
            protected boolean fits(Usage before, Usage after, Quota quota) {
                return wrong.fits(before, after, quota);
            }
        });
    }

    private interface Fitting {
        boolean fits(Usage before, Usage after, Quota quota);
    }

    private static Stream<Sabotage<TenantDocuments>> quotas() {
        return Stream.of(
                fitting(
                        "documents are not limited",
                        "numberOfDocumentsIsLimited",
                        (before, after, quota) -> after.bytes() <= quota.bytes()),
                fitting(
                        "bytes are not limited",
                        "bytesAreLimited",
                        (before, after, quota) -> after.documents() <= quota.documents()),
                fitting(
                        "bytes must be less",
                        "bytesAreLimited",
                        (before, after, quota) -> after.isWithin(quota) && after.bytes() < quota.bytes()),
                fitting(
                        "only what was there counts",
                        "nothingIsInsertedWhereNothingMayBe",
                        (before, after, quota) -> before.isWithin(quota)),
                fitting(
                        "growth is not limited",
                        "replacementThatGrowsIsLimited",
                        (before, after, quota) -> after.documents() == before.documents() || after.isWithin(quota)),
                new Sabotage<>(
                        "whoever is above the limit changes nothing",
                        "replacementThatDoesNotGrowIsAlwaysWithinTheLimits",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public ReplaceOutcome replace(
                                    TenantScope scope, Document expected, Document next, Quota quota) {
                                return usage(scope).isWithin(quota)
                                        ? super.replace(scope, expected, next, quota)
                                        : new ReplaceOutcome.QuotaReached(usage(scope));
                            }
                        }),
                new Sabotage<>(
                        "a larger document is one more",
                        "numberOfDocumentsDoesNotLimitAReplacement",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            public ReplaceOutcome replace(
                                    TenantScope scope, Document expected, Document next, Quota quota) {
                                boolean larger = DocumentSize.of(next) > DocumentSize.of(expected);
                                return larger && usage(scope).documents() + 1 > quota.documents()
                                        ? new ReplaceOutcome.QuotaReached(usage(scope))
                                        : super.replace(scope, expected, next, quota);
                            }
                        }),
                new Sabotage<>("one quota for all", "quotaIsOfOneOrganization", () -> new ReferenceTenantDocuments() {
                    @Override
                    protected Usage usage(Kept kept) {
                        return data.all().stream().map(super::usage).reduce(Usage.NONE, Usage::plus);
                    }
                }),
                new Sabotage<>(
                        "the limit is checked now and then",
                        "racingWritersPassTheLimitByOneBatchAtMost",
                        () -> new ReferenceTenantDocuments() {
                            private final AtomicLong calls = new AtomicLong();

                            @Override
                            public InsertOutcome insert(TenantScope scope, List<Document> batch, Quota quota) {
                                return super.insert(
                                        scope, batch, calls.incrementAndGet() % 16 == 0 ? quota : Quota.UNLIMITED);
                            }
                        }));
    }

    private static Stream<Sabotage<TenantDocuments>> markers() {
        return Stream.of(
                new Sabotage<>(
                        "the marker is listed", "markerIsNotSeenAmongOthers", () -> new ReferenceTenantDocuments() {
                            @Override
                            protected List<Document> visible(Kept kept) {
                                return kept.all();
                            }
                        }),
                new Sabotage<>("the marker is found", "markerIsNotSeen", () -> new ReferenceTenantDocuments() {
                    @Override
                    protected boolean isMarker(Kept kept, Value id) {
                        return false;
                    }
                }),
                new Sabotage<>("the marker is replaced", "markerIsNotChanged", () -> new ReferenceTenantDocuments() {
                    @Override
                    protected boolean isMarker(Kept kept, Value id) {
                        return false;
                    }

                    @Override
                    protected boolean isSame(Document stored, Document expected) {
                        return true;
                    }
                }),
                new Sabotage<>("the marker is removed", "markerIsNotRemoved", () -> new ReferenceTenantDocuments() {
                    @Override
                    public long deleteAll(TenantScope scope, Filter filter) {
                        Kept kept = keptBy(scope);
                        long gone = super.deleteAll(scope, filter);
                        kept.all().stream()
                                .filter(document -> matches(filter, document))
                                .forEach(kept::remove);
                        return gone;
                    }
                }),
                new Sabotage<>("the marker's id is free", "idOfTheMarkerIsTaken", () -> new ReferenceTenantDocuments() {
                    @Override
                    public InsertOutcome insert(TenantScope scope, List<Document> batch, Quota quota) {
                        Kept kept = keptBy(scope);
                        kept.all().stream()
                                .filter(document -> isMarker(kept, document.id()))
                                .forEach(kept::remove);
                        return super.insert(scope, batch, quota);
                    }
                }),
                new Sabotage<>(
                        "whatever looks like a marker is hidden",
                        "documentLikeTheMarkerIsLikeAnyOther",
                        () -> new ReferenceTenantDocuments() {
                            @Override
                            protected List<Document> visible(Kept kept) {
                                return super.visible(kept).stream()
                                        .filter(document ->
                                                document.get("initialized").isEmpty())
                                        .toList();
                            }
                        }));
    }
}
