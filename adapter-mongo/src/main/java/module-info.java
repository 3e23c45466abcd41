/** The store ports on MongoDB: the master database and the organizations' own collections. */
module io.orgstead.adapter.mongo {
    requires transitive io.orgstead.domain;
    requires io.orgstead.indexkeys;
    requires transitive org.mongodb.driver.sync.client;
    requires org.mongodb.bson;
    requires org.mongodb.driver.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.orgstead.adapter.mongo;
}
