/** The use cases of backups. For operators: none of them asks for proof of who calls. */
@NullMarked
package io.orgstead.application.usecase.backup;

import org.jspecify.annotations.NullMarked;
