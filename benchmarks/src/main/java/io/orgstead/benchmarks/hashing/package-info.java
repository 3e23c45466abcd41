/** The ceilings of logins: password hashes alone. */
@NullMarked
package io.orgstead.benchmarks.hashing;

import org.jspecify.annotations.NullMarked;
