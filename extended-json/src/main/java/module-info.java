/** The organizations' documents as MongoDB Extended JSON v2. */
module io.orgstead.extendedjson {
    requires transitive io.orgstead.domain;
    requires transitive com.fasterxml.jackson.core;
    requires static transitive org.jspecify;

    exports io.orgstead.extendedjson;
}
