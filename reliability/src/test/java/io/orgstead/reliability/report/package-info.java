/** What was seen, for people and for programs. */
package io.orgstead.reliability.report;
