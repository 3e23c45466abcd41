package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.MoveOrganization;
import io.orgstead.application.usecase.MoveOrganization.Phase;
import io.orgstead.application.usecase.MoveOrganization.Progress;
import io.orgstead.application.usecase.MoveOrganization.Result;
import io.orgstead.bootstrap.control.ControlRequest;
import io.orgstead.bootstrap.control.OperatorConsole;
import io.orgstead.bootstrap.control.TaskProgress;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationName;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Moves an organization's documents to another home, or discards what a move that ended early has copied. */
final class MoveTask implements OperatorTask {

    private static final int ATTEMPTS = 40;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    static final String NAME = "move";
    static final String ORGANIZATION = "organization";
    static final String TO = "to";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(OrganizationManagement management, ControlRequest request, OperatorConsole console) {
        MoveOrganization moves = management
                .moveOrganization()
                .orElseThrow(() -> new IllegalStateException("this store cannot move organizations"));
        OrganizationName name =
                OrganizationName.parse(request.argument(ORGANIZATION).orElse(""));
        Optional<String> to = request.argument(TO);
        if (to.isEmpty()) {
            moves.abandon(name);
            console.print("nothing is left of a move of organization " + name.value());
            return Exit.OK;
        }
        IsolationModel model = SettingValues.isolation(to.get());
        return tell(move(moves, name, model, console), name, to.get(), console);
    }

    /** A run that has just died holds the move for half a minute. */
    private static Result move(
            MoveOrganization moves, OrganizationName name, IsolationModel model, OperatorConsole console) {
        for (int attempt = 0; ; attempt++) {
            try {
                return moves.move(name, model, progress -> console.show(shown(progress)));
            } catch (ConflictException e) {
                boolean waits = e.code() == FailureCode.OPERATION_IN_PROGRESS && attempt < ATTEMPTS;
                if (!waits || !console.show(new TaskProgress("waiting for another change to end", 0, 0, 0))) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static TaskProgress shown(Progress progress) {
        return new TaskProgress(words(progress.phase()), progress.documents(), progress.expected(), progress.bytes());
    }

    private static String words(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static int tell(Result result, OrganizationName name, String to, OperatorConsole console) {
        String organization = "organization " + name.value();
        if (result instanceof Result.AlreadyThere) {
            console.print(organization + " is in model " + to + " already");
        } else if (result instanceof Result.Moved moved) {
            console.print("moved " + organization + " to model " + to + ": " + Counted.documents(moved.documents())
                    + ", " + moved.bytes() + " bytes; writers waited "
                    + moved.pause().toMillis() + " ms");
            console.print("checksum of all documents and of their copies: " + moved.checksum());
        } else {
            console.complain("stopped; the same command goes on with what has been copied, or --abandon discards it");
            return Exit.FAILED;
        }
        return Exit.OK;
    }
}
