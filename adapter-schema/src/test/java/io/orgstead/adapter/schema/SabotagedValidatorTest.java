package io.orgstead.adapter.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.failure.SchemaViolation;
import io.orgstead.domain.port.SchemaValidator;
import io.orgstead.testkit.contract.SchemaValidatorContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The suite passes on the validator, and fails on those that are like it but for one thing. */
class SabotagedValidatorTest {

    private static final SchemaValidator RIGHT = SchemaAdapters.schemaValidator();

    private enum Sabotage implements SchemaValidator {
        /** Takes every text for a schema. */
        TAKES_ANYTHING {
            @Override
            public void requireUsable(DocumentSchema schema) {
                assertThat(schema).isNotNull();
            }
        },
        /** Finds nothing wrong. */
        FINDS_NOTHING {
            @Override
            public List<SchemaViolation> violations(DocumentSchema schema, Document document) {
                RIGHT.violations(schema, document);
                return List.of();
            }
        },
        /** Says what a document holds. */
        QUOTES {
            @Override
            public List<SchemaViolation> violations(DocumentSchema schema, Document document) {
                return RIGHT.violations(schema, document).stream()
                        .map(found -> new SchemaViolation(found.place(), found.reason() + " not A-1"))
                        .toList();
            }
        },
        /** Does not say where. */
        FORGETS_THE_PLACE {
            @Override
            public List<SchemaViolation> violations(DocumentSchema schema, Document document) {
                return RIGHT.violations(schema, document).stream()
                        .map(found -> new SchemaViolation("", found.reason()))
                        .toList();
            }
        };

        @Override
        public void requireUsable(DocumentSchema schema) {
            RIGHT.requireUsable(schema);
        }

        @Override
        public List<SchemaViolation> violations(DocumentSchema schema, Document document) {
            return RIGHT.violations(schema, document);
        }
    }

    /** The suite on whatever validator is tried. Not run by itself. */
    static final class Suite extends SchemaValidatorContract {

        private static SchemaValidator tried = RIGHT;

        @Override
        protected SchemaValidator schemaValidator() {
            return tried;
        }
    }

    private static long failures(SchemaValidator validator) {
        Suite.tried = validator;
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Suite.class))
                .execute()
                .testEvents()
                .failed()
                .count();
    }

    @Test
    void theRightOnePasses() {
        assertThat(failures(RIGHT)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void everySabotageIsSeen(Sabotage sabotage) {
        assertThat(failures(sabotage)).isPositive();
    }
}
