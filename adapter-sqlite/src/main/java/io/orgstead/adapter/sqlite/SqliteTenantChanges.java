package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is noted of changes to the organizations' documents, in the file of the documents and in the transaction of the change. A
 * file has one writer at a time: what has been written there is seen by all that write after it.
 */
final class SqliteTenantChanges implements TenantChanges {

    private final TenantData data;

    SqliteTenantChanges(TenantData data) {
        this.data = data;
    }

    @Override
    public boolean watch(TenantScope scope, Instant now, Instant until) {
        return data.write(scope, data.deadline(), table -> {
            boolean goesOn = table.changeability().isWatchedAt(Millis.of(now));
            String incarnation = table.incarnation().value();
            if (!goesOn) {
                table.session().update(DataSql.REMOVE_NOTES, incarnation);
            }
            table.session().update(DataSql.WATCH, incarnation, Millis.of(until));
            return goesOn;
        });
    }

    @Override
    public List<Value> take(TenantScope scope, int limit) {
        return data.write(scope, data.deadline(), table -> {
            String incarnation = table.incarnation().value();
            List<String> noted = table.session().findAll(row -> row.getString(1), DataSql.NOTED, incarnation, limit);
            List<Value> taken = new ArrayList<>();
            for (String id : noted) {
                table.session().update(DataSql.REMOVE_NOTE, incarnation, id);
                taken.add(StoredDocument.readId(id));
            }
            return taken;
        });
    }

    @Override
    public void unwatch(TenantScope scope) {
        data.write(scope, data.deadline(), table -> {
            table.session().update(DataSql.UNWATCH, table.incarnation().value());
            return table.session()
                    .update(DataSql.REMOVE_NOTES, table.incarnation().value());
        });
    }

    @Override
    public void close(TenantScope scope, long version) {
        data.write(
                scope,
                data.deadline(),
                table -> table.session()
                        .update(DataSql.CLOSE, table.incarnation().value(), version));
    }

    @Override
    public void reopen(TenantScope scope, long version) {
        data.write(
                scope,
                data.deadline(),
                table -> table.session()
                        .update(DataSql.REOPEN, table.incarnation().value(), version));
    }
}
