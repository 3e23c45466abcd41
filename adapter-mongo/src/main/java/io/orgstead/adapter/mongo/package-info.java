/**
 * The store ports on MongoDB. {@link io.orgstead.adapter.mongo.MongoAdapters} is the only way in; no exception of the
 * driver gets out.
 */
@NullMarked
package io.orgstead.adapter.mongo;

import org.jspecify.annotations.NullMarked;
