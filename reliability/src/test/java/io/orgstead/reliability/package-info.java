/** Suites that kill the running jar, and take away what it stands on. */
package io.orgstead.reliability;
