/**
 * The organizations' documents as MongoDB Extended JSON v2, one at a time, for the adapters that send, receive or store
 * them as text.
 */
@NullMarked
package io.orgstead.extendedjson;

import org.jspecify.annotations.NullMarked;
