/** The audit log as lines of a logger of its own. */
module io.orgstead.adapter.audit {
    requires transitive io.orgstead.domain;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.orgstead.adapter.audit;
}
