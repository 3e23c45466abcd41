package io.orgstead.domain.port;

/** Makes identifiers. Safe for use by any number of threads. */
public interface IdSource {

    /**
     * Makes an identifier that neither this nor any other instance has made or will make.
     *
     * @return 24 lower-case hexadecimal digits
     */
    String nextId();
}
