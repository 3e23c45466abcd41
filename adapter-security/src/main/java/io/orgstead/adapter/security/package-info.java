/** Password hashing with bcrypt, access tokens as JWT, identifiers, and rate limits in memory. */
@NullMarked
package io.orgstead.adapter.security;

import org.jspecify.annotations.NullMarked;
