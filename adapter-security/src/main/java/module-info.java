/** Passwords, tokens, ids and rate limits. */
module io.orgstead.adapter.security {
    requires transitive io.orgstead.domain;
    requires com.auth0.jwt;
    requires com.fasterxml.jackson.core;
    requires jbcrypt;
    requires io.github.bucket4j.core;
    requires com.github.benmanes.caffeine;
    requires static transitive org.jspecify;

    exports io.orgstead.adapter.security;
}
