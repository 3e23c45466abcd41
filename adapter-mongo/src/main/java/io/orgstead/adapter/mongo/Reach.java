package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.TenantScope;

/** In which state of its life a collection is meant. */
enum Reach {
    /** Only once it has been published. */
    PUBLIC,
    /** Only before. */
    PRIVATE,
    /** In any: for who cleans up behind others. */
    ANY;

    static Reach of(TenantScope scope) {
        return scope.isHidden() ? PRIVATE : PUBLIC;
    }
}
