package io.orgstead.adapter.mongo;

/** The numbers of MongoDB's errors that have a meaning here (error_codes.yml of the server's sources). */
final class ServerErrors {

    /** What the driver says where a server that is no MongoDB gives no code. */
    static final int NO_CODE = -1;

    static final int BAD_VALUE = 2;
    static final int FAILED_TO_PARSE = 9;
    static final int UNAUTHORIZED = 13;
    static final int TYPE_MISMATCH = 14;
    static final int NAMESPACE_NOT_FOUND = 26;
    static final int INDEX_NOT_FOUND = 27;
    static final int NAMESPACE_EXISTS = 48;
    static final int COMMAND_NOT_FOUND = 59;
    static final int INDEX_OPTIONS_CONFLICT = 85;
    static final int INDEX_KEY_SPECS_CONFLICT = 86;
    static final int COMMAND_NOT_SUPPORTED = 115;
    static final int DOCUMENT_VALIDATION_FAILURE = 121;
    static final int EXCEEDED_MEMORY_LIMIT = 146;
    static final int CANNOT_INDEX_PARALLEL_ARRAYS = 171;
    static final int NOT_IMPLEMENTED = 238;
    static final int NO_DISK_USE_ALLOWED = 292;
    static final int COLLECTION_UUID_MISMATCH = 361;
    static final int DUPLICATE_KEY = 11_000;
    static final int MAX_TIME_EXPIRED = 50;
    /** A number in a path may mean a place in an array or a name; no index can hold that either. */
    static final int AMBIGUOUS_NUMBER_IN_PATH = 16_746;

    static final int UNKNOWN_FIELD = 40_415;
    static final int REGEX_NOT_READABLE = 51_091;

    /** Amazon DocumentDB's own, which no server of MongoDB has. */
    static final int FEATURE_NOT_SUPPORTED = 303;

    private ServerErrors() {}
}
