package io.orgstead.application.internal.move;

import io.orgstead.application.usecase.MoveOrganization.Phase;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.failure.StoreUnavailableException;

/**
 * Copies all documents and indexes, first while others write, then what is left while nobody does. For use by one thread.
 */
public final class Copying {

    private static final int MOST_STARTS = 5;
    private static final int MOST_FINAL_COMPARISONS = 3;

    /** So few are compared once more while writers wait, which they hardly notice. */
    private static final Usage FEW = new Usage(2_000, 8 << 20);

    private final Source source;
    private final Target target;
    private final Watching watching;
    private final Reporter reporter;
    private final Mending mending;
    private final IndexCopy indexes;

    /** From here to there. */
    public Copying(Source source, Target target, Watching watching, Reporter reporter) {
        this.source = source;
        this.target = target;
        this.watching = watching;
        this.reporter = reporter;
        this.mending = new Mending(target);
        this.indexes = new IndexCopy(source, target);
    }

    /**
     * Copies until only few changes are left.
     *
     * @return what the verification found, most of it because documents had just been changed
     */
    public Tally copy() {
        reporter.begin(Phase.COPYING);
        for (int start = 0; start < MOST_STARTS; start++) {
            try {
                return pass();
            } catch (StartAgainException missed) {
                reporter.begin(Phase.COPYING);
            }
        }
        throw new StoreUnavailableException(new IllegalStateException("changes are not noted for long enough"));
    }

    private Tally pass() {
        compare(this::live);
        reporter.begin(Phase.INDEXING);
        indexes.align();
        watching.hold();
        reporter.begin(Phase.CATCHING_UP);
        catchUp(this::live).untilFew();
        reporter.begin(Phase.VERIFYING);
        Tally verified = compare(this::live);
        reporter.begin(Phase.CATCHING_UP);
        catchUp(this::live).untilFew();
        indexes.align();
        watching.renew();
        return verified;
    }

    /**
     * Copies what has been changed since, until only few changes are left.
     *
     * @return how many documents it looked at
     */
    public long follow() {
        try {
            indexes.align();
            CatchUp catchUp = catchUp(this::live);
            catchUp.untilFew();
            watching.renew();
            return catchUp.documents();
        } catch (StartAgainException missed) {
            return copy().documents();
        }
    }

    /**
     * Copies documents that nobody changes.
     *
     * @throws IllegalStateException if the copies do not become what the documents are
     */
    public static void copyLocked(Locked source, Target target, Reporter reporter) {
        Mending mending = new Mending(target);
        IndexCopy indexes = new IndexCopy(source, target);
        for (int i = 0; i < MOST_FINAL_COMPARISONS; i++) {
            Tally tally = new Comparison(source, target, mending, reporter::at).run();
            mending.takePutOff();
            if (indexes.align() && tally.isEqual()) {
                return;
            }
        }
        throw differing();
    }

    private static IllegalStateException differing() {
        return new IllegalStateException("the copied documents differ from what they were copied from");
    }

    private void live(long documents, long bytes) {
        watching.hold();
        reporter.at(documents, bytes);
    }

    /**
     * Copies the rest. Nobody may write any more.
     *
     * @param verified what the verification found that went before
     * @param keepLease called after every step
     * @return what counts in the end
     * @throws IllegalStateException if the copies are not, and do not become, what the documents are
     */
    public Tally complete(Tally verified, Runnable keepLease) {
        Pace pace = (documents, bytes) -> {
            keepLease.run();
            reporter.at(documents, bytes);
        };
        indexes.dropObsolete();
        catchUp(pace).untilNone();
        boolean allTaken = watching.isOn();
        if (!indexes.align()) {
            throw new IllegalStateException("an index cannot be made over the copied documents");
        }
        keepLease.run();
        Usage usage = source.usage();
        boolean few = usage.documents() <= FEW.documents() && usage.bytes() <= FEW.bytes();
        if (allTaken && !few && usage.equals(target.usage())) {
            return verified;
        }
        return compareUntilEqual(verified, pace);
    }

    private Tally compareUntilEqual(Tally verified, Pace pace) {
        for (int i = 0; i < MOST_FINAL_COMPARISONS; i++) {
            Tally last = compare(pace);
            catchUp(pace).untilNone();
            if (last.isEqual()) {
                return new Tally(last.documents(), last.bytes(), last.originals(), last.copies(), verified.mended());
            }
        }
        throw differing();
    }

    private Tally compare(Pace pace) {
        return new Comparison(source, target, mending, pace).run();
    }

    private CatchUp catchUp(Pace pace) {
        return new CatchUp(source, target, mending, pace);
    }
}
