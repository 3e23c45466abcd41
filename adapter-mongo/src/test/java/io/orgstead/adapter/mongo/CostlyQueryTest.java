package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.SafeRegex;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.QueryRefusedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Queries that take longer than a call may are refused, and end in the server, too. */
@Tag(RealMongoFilter.TAG)
class CostlyQueryTest {

    private static final Duration LIMIT = Duration.ofMillis(200);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();

    /** Every document costs the regular expression the square of its length. */
    private Filter costly(Tenant tenant) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            documents.add(new Document("text", "a".repeat(3_000)).append("n", i));
        }
        fresh.database().getCollection(tenant.scope().collection().value()).insertMany(documents);
        return new Filter.Match(new FieldPath("text"), new Condition.MatchesRegex(new SafeRegex("a+[bc]", "")));
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
        assertThat(tenant.count()).isEqualTo(2_000);
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
