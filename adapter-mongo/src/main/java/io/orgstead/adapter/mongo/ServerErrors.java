package io.orgstead.adapter.mongo;

/** The numbers of MongoDB's errors that have a meaning here (error_codes.yml of the server's sources). */
final class ServerErrors {

    /** What the driver says where a server that is no MongoDB gives no code. */
    static final int NO_CODE = -1;

    static final int UNAUTHORIZED = 13;
    static final int NAMESPACE_NOT_FOUND = 26;
    static final int NAMESPACE_EXISTS = 48;
    static final int COMMAND_NOT_FOUND = 59;
    static final int COMMAND_NOT_SUPPORTED = 115;
    static final int DOCUMENT_VALIDATION_FAILURE = 121;
    static final int NOT_IMPLEMENTED = 238;
    static final int COLLECTION_UUID_MISMATCH = 361;
    static final int UNKNOWN_FIELD = 40_415;

    /** Amazon DocumentDB's own, which no server of MongoDB has. */
    static final int FEATURE_NOT_SUPPORTED = 303;

    private ServerErrors() {}
}
