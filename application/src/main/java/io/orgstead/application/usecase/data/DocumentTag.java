package io.orgstead.application.usecase.data;

/**
 * Stands for a document as it is: another content, another order of its fields, another type of a number have another tag, and
 * so has the same document of another organization. The same on every store and instance.
 *
 * @param value opaque; letters and digits of ASCII
 */
public record DocumentTag(String value) {}
