/** What the server stands on is taken away, a fault a file. */
package io.orgstead.reliability.fault;
