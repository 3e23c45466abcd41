/** Clients that change their own organizations, and know what must be there. */
package io.orgstead.reliability.traffic;
