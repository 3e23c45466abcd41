/** The running jar, and what it stands on. */
package io.orgstead.reliability.server;
