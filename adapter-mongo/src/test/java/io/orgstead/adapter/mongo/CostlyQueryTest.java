package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.Condition.Operator;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.QueryRefusedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Queries that take longer than a call may are refused, and end in the server, too. */
@Tag(RealMongoFilter.TAG)
class CostlyQueryTest {

    private static final int DOCUMENTS = 500;
    private static final Duration LIMIT = Duration.ofMillis(200);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();

    /** Every document costs many times the length of its list. */
    private Filter costly(Tenant tenant) {
        List<Integer> numbers = IntStream.range(0, 5_000).boxed().toList();
        fresh.database()
                .getCollection(tenant.scope().collection().value())
                .insertMany(IntStream.range(0, DOCUMENTS)
                        .mapToObj(i -> new Document("numbers", numbers))
                        .toList());
        return new Filter.Or(IntStream.range(0, 50)
                .<Filter>mapToObj(i -> new Filter.Match(
                        new FieldPath("numbers"),
                        new Condition.ElemMatchConditions(List.of(
                                new Condition.Compare(Operator.GTE, new Value.Int32(i)),
                                new Condition.Compare(Operator.LT, new Value.Int32(-i))))))
                .toList());
    }

    private static void expectRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(QueryRefusedException.class, refused -> {
            assertThat(refused.code()).isEqualTo(FailureCode.QUERY_REFUSED);
            assertThat(refused).hasMessageContaining("too long");
        });
    }

    @Test
    void queryThatTakesTooLongIsRefusedAndEnds() {
        Tenant tenant = Tenant.in(fresh.connect(), samples);
        Filter costly = costly(tenant);
        RecordedCommands recorded = new RecordedCommands();
        try (var client = recorded.client(LIMIT)) {
            TenantDocuments documents =
                    MongoAdapters.using(client, fresh.name()).tenantDocuments();

            expectRefused(() -> documents.count(tenant.scope(), costly));
            expectRefused(() -> documents.find(
                    tenant.scope(), new DocumentQuery(costly, SortOrder.BY_ID, Projection.ALL, 10, Optional.empty())));
            expectRefused(() -> documents.deleteAll(tenant.scope(), costly));

            assertThat(recorded.named("aggregate", "find", "delete"))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(
                            command -> assertThat(command.getNumber("maxTimeMS").longValue())
                                    .isBetween(1L, LIMIT.toMillis()));
        }
        assertThat(tenant.count()).isEqualTo(DOCUMENTS);
    }

    @Test
    void serverThatIsAwayIsNoCostlyQuery() {
        Tenant tenant = Tenant.in(fresh.connect(), samples);
        try (Relay relay = new Relay();
                MongoAdapters adapters = MongoAdapters.connect(
                        MongoSettings.of(relay.uri()).withDatabase(fresh.name()).withTimeout(LIMIT.multipliedBy(5)))) {
            assertThat(adapters.tenantDocuments().count(tenant.scope(), Filter.all()))
                    .isZero();
            relay.freeze();

            assertThatThrownBy(() -> adapters.tenantDocuments().count(tenant.scope(), Filter.all()))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }
}
