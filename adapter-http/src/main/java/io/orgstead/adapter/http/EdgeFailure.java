package io.orgstead.adapter.http;

/** What can be wrong with a request before the core sees it. The ids are as stable as those of the core's failures. */
enum EdgeFailure {
    BAD_REQUEST("bad_request", 400, "Bad request", "The request is not well-formed HTTP."),
    MALFORMED_JSON("malformed_json", 400, "Malformed JSON", "The request body must be one JSON object in UTF-8."),
    INCOMPLETE_BODY("incomplete_body", 400, "Incomplete body", "The request body could not be read to its end."),
    TOKEN_MISSING("token_missing", 401, "Access token missing", "This needs an access token from /admin/login."),
    ROUTE_NOT_FOUND("route_not_found", 404, "Route not found", "There is nothing at this path."),
    METHOD_NOT_ALLOWED("method_not_allowed", 405, "Method not allowed", "This path does not know this method."),
    REQUEST_TIMEOUT("request_timeout", 408, "Request timeout", "The request body did not arrive in time."),
    PAYLOAD_TOO_LARGE("payload_too_large", 413, "Payload too large", "The request body is too large."),
    URI_TOO_LONG("uri_too_long", 414, "URI too long", "The address of the request is too long."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported_media_type",
            415,
            "Unsupported media type",
            "The request body must be of the media type that is accepted here, in UTF-8, and not compressed."),
    INVALID_REQUEST("invalid_request", 422, "Invalid request", "Fields of the request are missing or invalid."),
    RATE_LIMITED("rate_limited", 429, "Rate limited", "Too many requests from this client; try again later."),
    HEADERS_TOO_LARGE("headers_too_large", 431, "Headers too large", "The headers of the request are too large."),
    INTERNAL_ERROR("internal_error", 500, "Internal error", "Something went wrong here; the log says what."),
    NOT_IMPLEMENTED("not_implemented", 501, "Not implemented", "The server does not know how to do this."),
    UNAVAILABLE("unavailable", 503, "Unavailable", "The server is stopping; try again shortly."),
    VERSION_NOT_SUPPORTED(
            "http_version_not_supported", 505, "HTTP version not supported", "The server speaks HTTP/1.1.");

    private final String id;
    private final int status;
    private final String title;
    private final String detail;

    EdgeFailure(String id, int status, String title, String detail) {
        this.id = id;
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    String id() {
        return id;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }

    /** What an error of the server below, known only by its status, is called. */
    static EdgeFailure ofStatus(int status) {
        return switch (status) {
            case 404 -> ROUTE_NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> UNAVAILABLE;
            case 505 -> VERSION_NOT_SUPPORTED;
            default -> status >= 500 ? INTERNAL_ERROR : BAD_REQUEST;
        };
    }
}
