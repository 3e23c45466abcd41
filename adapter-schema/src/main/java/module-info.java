/** JSON Schema by a library, within bounds. */
module io.orgstead.adapter.schema {
    requires transitive io.orgstead.domain;
    requires io.orgstead.extendedjson;
    requires com.fasterxml.jackson.databind;
    requires com.networknt.schema;
    requires static transitive org.jspecify;

    exports io.orgstead.adapter.schema;
}
