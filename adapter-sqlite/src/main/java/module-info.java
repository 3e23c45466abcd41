/** The stores on an embedded SQLite database. */
module io.orgstead.adapter.sqlite {
    requires transitive io.orgstead.domain;
    requires io.orgstead.extendedjson;
    requires io.orgstead.indexkeys;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.orgstead.adapter.sqlite;
}
