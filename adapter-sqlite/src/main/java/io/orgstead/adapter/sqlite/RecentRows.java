package io.orgstead.adapter.sqlite;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rows that every request asks for: what was found is kept until something is written to the database, and no answer is ever
 * older than one that the database would give. What was not found is not kept, so that nobody fills the memory by asking
 * for what does not exist. Safe for use by any number of threads.
 *
 * @param <T> what a row is read as; immutable
 */
final class RecentRows<T> {

    /** Less than a megabyte of rows; when there are more, all are forgotten. */
    static final int MOST = 1_000;

    private record Question(String sql, String key) {}

    /** What was found while the database was at this revision. */
    private record Generation<T>(long revision, Map<Question, Optional<T>> rows) {

        Generation(long revision) {
            this(revision, new ConcurrentHashMap<>());
        }
    }

    private final Database database;
    private final RowReader<T> reader;
    private volatile Generation<T> generation = new Generation<>(0);

    RecentRows(Database database, RowReader<T> reader) {
        this.database = database;
        this.reader = reader;
    }

    /** Finds a row by one parameter. */
    Optional<T> find(String sql, String key) {
        return find(sql, key, session -> session.findOne(reader, sql, key));
    }

    /** Finds a row by a search of which one statement and one parameter say all. */
    Optional<T> find(String sql, String key, Work<Optional<T>> search) {
        long revision = database.revision();
        Generation<T> current = generation;
        Question question = new Question(sql, key);
        if (current.revision == revision) {
            Optional<T> known = current.rows.get(question);
            if (known != null) {
                return known;
            }
        }
        Optional<T> found = database.read(search);
        if (found.isPresent() && Database.isAtRest(revision)) {
            keep(revision, question, found);
        }
        return found;
    }

    private void keep(long revision, Question question, Optional<T> found) {
        Generation<T> current = generation;
        if (current.revision != revision || current.rows.size() >= MOST) {
            current = new Generation<>(revision);
            generation = current;
        }
        current.rows.put(question, found);
    }
}
