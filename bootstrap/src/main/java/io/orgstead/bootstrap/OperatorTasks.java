package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.bootstrap.control.ControlRequest;
import io.orgstead.bootstrap.control.ControlServer;
import io.orgstead.bootstrap.control.OperatorConsole;
import io.orgstead.domain.failure.DomainException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** What the server does for commands that cannot open the store while it runs. */
final class OperatorTasks implements ControlServer.Tasks {

    private final OrganizationManagement management;
    private final OrganizationManagement ungated;
    private final OperatorTask migration;
    private final List<OperatorTask> tasks;

    /**
     * On the core that serves.
     *
     * @param ungated the same past the gate that a migration closes
     */
    OperatorTasks(OrganizationManagement management, OrganizationManagement ungated, OperatorTask migration) {
        this.management = management;
        this.ungated = ungated;
        this.migration = migration;
        this.tasks = List.of(new MoveTask(), new UndeleteTask(), new BackupTask(InstantSource.system()), migration);
    }

    @Override
    public int run(ControlRequest request, OperatorConsole console) {
        Optional<OperatorTask> task = tasks.stream()
                .filter(known -> known.name().equals(request.task()))
                .findFirst();
        if (task.isEmpty()) {
            console.complain("the server knows no " + request.task() + ": it is of another version");
            return Exit.FAILED;
        }
        LoggerFactory.getLogger(OperatorTasks.class).info("an operator's command: {}", request.task());
        return run(task.get(), request, console);
    }

    private int run(OperatorTask task, ControlRequest request, OperatorConsole console) {
        try {
            return task.run(task == migration ? ungated : management, request, console);
        } catch (DomainException | IllegalStateException | IllegalArgumentException e) {
            console.complain(DoctorCommand.reason(e));
        } catch (IOException e) {
            console.complain(StoreCommand.reason(e));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(OperatorTasks.class).error("the command {} failed", task.name(), e);
            console.complain("it failed; the server's log says why");
        }
        return Exit.FAILED;
    }
}
