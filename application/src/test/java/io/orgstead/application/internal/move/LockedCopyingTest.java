package io.orgstead.application.internal.move;

import static io.orgstead.application.internal.move.CopyCore.UNIQUE;
import static io.orgstead.application.internal.move.CopyCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.Interfering;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.port.TenantDocuments;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Documents that nobody changes are copied until the copies are equal. */
class LockedCopyingTest {

    private static final Document A = document("a", 1);
    private static final Document B = document("b", 2);

    private final CopyCore core = new CopyCore().originals(A, B);
    private final AtomicInteger scans = new AtomicInteger();
    private Runnable beforeScan = () -> {};

    private void copy() {
        TenantDocuments originals =
                Interfering.in(TenantDocuments.class, core.memory.documents(), Interfering.before("scan", () -> {
                    scans.incrementAndGet();
                    beforeScan.run();
                }));
        Copying.copyLocked(
                new Locked(originals, core.memory.indexes(), core.from),
                core.target,
                new Reporter(progress -> true, core.clock, 2));
    }

    @Test
    void documentsAndIndexesAreCopied() {
        core.index(UNIQUE);
        copy();
        assertThat(core.copies()).containsExactly(A, B);
        assertThat(core.copiedIndexes()).containsExactly(UNIQUE);
        assertThat(scans).as("two comparisons of two pages").hasValue(4);
    }

    @Test
    void whatIsEqualIsComparedOnce() {
        core.copies(A, B);
        copy();
        assertThat(scans).hasValue(2);
    }

    @Test
    void whatIsPutOffComesWithTheNextComparison() {
        AtomicInteger inserts = new AtomicInteger();
        core.interfering = (call, port) -> call.equals("target insert") && inserts.incrementAndGet() == 1
                ? new InsertOutcome.IndexViolated(1, "any")
                : port.call();
        copy();
        assertThat(core.copies()).containsExactly(A, B);
    }

    @Test
    void whatDoesNotBecomeEqualEndsItAfterThreeComparisons() {
        beforeScan = () -> core.copies(document("bad", 1));
        assertThatThrownBy(this::copy).isInstanceOf(IllegalStateException.class).hasMessageContaining("differ");
        assertThat(scans).hasValue(6);
    }

    @Test
    void documentsWithoutTheirIndexesAreNoCopy() {
        core.copies(A, B).index(UNIQUE);
        core.interfering = Interfering.instead("target create", IndexOutcome.DUPLICATES);
        assertThatThrownBy(this::copy).isInstanceOf(IllegalStateException.class);
        assertThat(scans).hasValue(6);
    }
}
