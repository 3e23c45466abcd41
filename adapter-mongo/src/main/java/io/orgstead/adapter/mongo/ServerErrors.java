package io.orgstead.adapter.mongo;

/** The numbers of MongoDB's errors that have a meaning here (error_codes.yml of the server's sources). */
final class ServerErrors {

    static final int UNAUTHORIZED = 13;
    static final int NAMESPACE_NOT_FOUND = 26;
    static final int NAMESPACE_EXISTS = 48;
    static final int DOCUMENT_VALIDATION_FAILURE = 121;
    static final int COLLECTION_UUID_MISMATCH = 361;

    private ServerErrors() {}
}
