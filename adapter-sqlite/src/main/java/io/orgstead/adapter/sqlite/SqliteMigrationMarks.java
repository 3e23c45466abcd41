package io.orgstead.adapter.sqlite;

import io.orgstead.domain.installation.MigrationMark;
import io.orgstead.domain.port.MigrationMarks;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** The store's mark beside its organizations: the only row of its table. */
final class SqliteMigrationMarks implements MigrationMarks {

    private static final RowReader<MigrationMark> READER = RowReader.strict(
            "migration_mark",
            "migration",
            row -> new MigrationMark(
                    MigrationMark.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                    row.getString("migration"),
                    row.getString("peer")));
    private static final String FIND = "SELECT * FROM migration_mark";
    private static final String PUT =
            "INSERT OR REPLACE INTO migration_mark (one, stage, migration, peer) VALUES (1, ?, ?, ?)";
    private static final String REMOVE = "DELETE FROM migration_mark";

    private final Database database;

    SqliteMigrationMarks(Database database) {
        this.database = database;
    }

    @Override
    public Optional<MigrationMark> find() {
        return database.read(SqliteMigrationMarks::find);
    }

    @Override
    public boolean replace(Optional<MigrationMark> expected, Optional<MigrationMark> next) {
        return database.write(session -> {
            boolean still = find(session).equals(expected);
            if (still && next.isPresent()) {
                MigrationMark mark = next.get();
                session.update(PUT, mark.stage().name().toLowerCase(Locale.ROOT), mark.migration(), mark.peer());
            } else if (still) {
                session.update(REMOVE);
            }
            return still;
        });
    }

    private static Optional<MigrationMark> find(Session session) throws SQLException {
        return session.findOne(READER, FIND);
    }
}
