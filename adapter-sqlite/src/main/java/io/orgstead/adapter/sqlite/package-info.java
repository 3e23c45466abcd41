/**
 * The stores on an embedded SQLite database: durable, crash-safe, and with nothing to install. {@link
 * io.orgstead.adapter.sqlite.SqliteAdapters} is the way in.
 */
@NullMarked
package io.orgstead.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
