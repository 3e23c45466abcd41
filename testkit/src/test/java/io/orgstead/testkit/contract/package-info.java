/** Each suite passes a correct port, fails one that does nothing in every test, and sees every sabotage. */
@NullMarked
package io.orgstead.testkit.contract;

import org.jspecify.annotations.NullMarked;
