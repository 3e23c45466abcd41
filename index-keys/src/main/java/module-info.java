/** Keys of indexes as bytes, for stores that keep indexes by themselves. */
module io.orgstead.indexkeys {
    requires transitive io.orgstead.domain;
    requires static transitive org.jspecify;

    exports io.orgstead.indexkeys;
}
