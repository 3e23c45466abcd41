package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.port.TenantDocuments;
import java.util.List;
import java.util.Optional;

/** Every call that is of one organization. */
enum TenantCall {
    INSERT {
        @Override
        void make(TenantDocuments documents, TenantScope tenant) {
            documents.insert(tenant, List.of(document("_id", "late", "n", 1)), Quota.UNLIMITED);
        }
    },
    FIND_BY_ID {
        @Override
        void make(TenantDocuments documents, TenantScope tenant) {
            assertThat(documents.findById(tenant, STORED.id())).contains(STORED);
        }
    },
    FIND {
        @Override
        void make(TenantDocuments documents, TenantScope tenant) {
            assertThat(documents
                            .find(tenant, TenantData.query(Filter.all(), SortOrder.BY_ID, 10, Optional.empty()))
                            .documents())
                    .containsExactly(STORED);
        }
    },
    COUNT {
        @Override
        void make(TenantDocuments documents, TenantScope tenant) {
            assertThat(documents.count(tenant, Filter.all())).isEqualTo(1);
        }
    },
    REPLACE {
        @Override
        void make(TenantDocuments documents, TenantScope tenant) {
            assertThat(documents.replace(tenant, STORED, NEXT, Quota.UNLIMITED))
                    .isEqualTo(new ReplaceOutcome.Replaced());
        }
    },
    DELETE {
        @Override
        void make(TenantDocuments documents, TenantScope tenant) {
            assertThat(documents.delete(tenant, STORED)).isTrue();
        }
    },
    DELETE_ALL {
        @Override
        void make(TenantDocuments documents, TenantScope tenant) {
            assertThat(documents.deleteAll(tenant, Filter.all())).isEqualTo(1);
        }
    },
    SCAN {
        @Override
        void make(TenantDocuments documents, TenantScope tenant) {
            documents.scan(tenant, Optional.empty(), document -> document.equals(STORED));
        }
    },
    USAGE {
        @Override
        void make(TenantDocuments documents, TenantScope tenant) {
            assertThat(documents.usage(tenant)).isEqualTo(TenantData.usageOf(List.of(STORED)));
        }
    };

    static final Document STORED = document("_id", "stored", "n", 1);
    private static final Document NEXT = document("_id", "stored", "n", 2);

    /** Makes the call, and expects what it gives where the stored document is alone. */
    abstract void make(TenantDocuments documents, TenantScope tenant);
}
