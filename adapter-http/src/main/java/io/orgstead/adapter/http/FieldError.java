package io.orgstead.adapter.http;

/**
 * What is wrong with one field.
 *
 * @param field its name as the client sent it, or should have
 * @param reason a sentence part that can follow the name; never the value
 */
record FieldError(String field, String reason) {}
