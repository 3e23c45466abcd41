/** The server is killed in the middle of traffic, again and again. */
package io.orgstead.reliability.kill;
