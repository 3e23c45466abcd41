package io.orgstead.domain.organization;

/**
 * How an organization's documents are kept apart from those of others. Whatever the model, nobody reaches another's: what differs is
 * how many organizations a store takes, and what one of them can do to the others' speed. The names are those of settings and
 * stores, in lower case.
 */
public enum IsolationModel {
    /** A collection of its own beside those of others, named after the organization, as in the seed document. */
    COLLECTION,
    /** A database of its own; a file of its own where databases are files. */
    DATABASE,
    /** One collection for all, with the organization as the first part of every key. */
    SHARED
}
