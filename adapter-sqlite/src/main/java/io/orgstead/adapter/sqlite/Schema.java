package io.orgstead.adapter.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables of one database, as the steps that lead there from an empty one. A step that was released is never
 * changed: what changes is a step more. How many have been taken is in the database's {@code user_version}.
 *
 * @param file how the database is called in messages
 * @param applicationId tells our databases from those of other programs; not 0
 * @param check the statement that looks for damage, and answers {@code ok} if there is none
 * @param steps the statements of each step
 */
record Schema(String file, int applicationId, String check, List<List<String>> steps) {

    private static final String UNDAMAGED = "ok";

    /** Whether the database is empty. */
    boolean isNew(Session session) throws SQLException, IOException {
        int found = integer(session, "PRAGMA application_id");
        boolean empty = !session.exists("SELECT 1 FROM sqlite_schema");
        if (found != applicationId && !(found == 0 && empty)) {
            throw new IOException(file + " in it is not a database of this program");
        }
        return empty;
    }

    /** Takes the steps that are missing, all of them or none, and looks for damage. */
    void migrate(Session session) throws SQLException, IOException {
        int version = integer(session, "PRAGMA user_version");
        if (version > steps.size()) {
            throw new IOException(file + " in it was written by a newer version of this program (schema " + version
                    + ", this one knows " + steps.size() + ")");
        }
        String damage = version == 0 ? UNDAMAGED : session.ask(check);
        if (!damage.equals(UNDAMAGED)) {
            throw new IOException(
                    file + " in it is damaged: " + damage.lines().findFirst().orElse(""));
        }
        if (version < steps.size()) {
            takeSteps(session, version);
        }
    }

    /** Everything here is undone if the process dies before the commit, the two settings included. */
    private void takeSteps(Session session, int from) throws SQLException {
        session.begin();
        for (List<String> step : steps.subList(from, steps.size())) {
            for (String statement : step) {
                session.execute(statement);
            }
        }
        session.execute("PRAGMA application_id = " + applicationId);
        session.execute("PRAGMA user_version = " + steps.size());
        session.commit();
    }

    private static int integer(Session session, String pragma) throws SQLException {
        return Integer.parseInt(session.ask(pragma));
    }
}
