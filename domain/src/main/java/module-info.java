/**
 * The core's vocabulary and rules: organizations, their admins, what can go wrong, and the ports through which the
 * outside is reached. Knows nothing of JSON, BSON, HTTP or any library.
 */
module io.orgstead.domain {
    requires static transitive org.jspecify;

    exports io.orgstead.domain.access;
    exports io.orgstead.domain.data;
    exports io.orgstead.domain.failure;
    exports io.orgstead.domain.installation;
    exports io.orgstead.domain.observation;
    exports io.orgstead.domain.organization;
    exports io.orgstead.domain.port;
}
