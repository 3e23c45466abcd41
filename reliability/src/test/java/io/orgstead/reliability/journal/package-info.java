/** What must be there, judged from what clients were told. */
package io.orgstead.reliability.journal;
