package io.orgstead.adapter.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The prepared statements of a connection, those used last: with names of organizations' tables in them there is no end of
 * different ones.
 */
final class Statements {

    static final int MOST = 200;

    private final Preparation preparation;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

    Statements(Preparation preparation) {
        this.preparation = preparation;
    }

    /** How a statement is prepared. */
    @FunctionalInterface
    interface Preparation {
        PreparedStatement prepare(String sql) throws SQLException;
    }

    PreparedStatement get(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement statement = preparation.prepare(sql);
        prepared.put(sql, statement);
        if (prepared.size() > MOST) {
            Iterator<PreparedStatement> all = prepared.values().iterator();
            PreparedStatement leastRecentlyUsed = all.next();
            all.remove();
            leastRecentlyUsed.close();
        }
        return statement;
    }
}
