package io.orgstead.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.orgstead.domain.failure.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationNameTest {

    @ParameterizedTest
    @CsvSource({
        "acme, org_acme",
        "Acme Corp, org_acme_corp",
        "acme_corp, org_acme_corp",
        "a-b.c!d, org_a_b_c_d",
        "'  padded  ', org_padded",
        "R&D 24/7, org_r_d_24_7",
        "Müller GmbH, org_müller_gmbh",
        "株式会社, org_株式会社",
        "有限公司, org_有限公司",
        "ÉCLAIR, org_éclair",
        "Ⅷ-x1, org___x1",
    })
    void derivesTheCollection(String raw, String collection) {
        assertThat(OrganizationName.parse(raw).collectionName().value()).isEqualTo(collection);
    }

    @Test
    void lowerCasesWithoutRegardToTheLocale() {
        assertThat(OrganizationName.parse("TITI").collectionName().value()).isEqualTo("org_titi");
    }

    @Test
    void trimsEveryKindOfBlankAndKeepsTheRest() {
        assertThat(OrganizationName.parse("\t\u00a0 Acme  Corp\u3000\n").value())
                .isEqualTo("Acme  Corp");
    }

    /** Composing takes time that grows with the square of such runs; a megabyte of it would take minutes. */
    @Test
    void refusesLongRunsOfMarksBeforeComposingThem() {
        String marks = "a" + "\u0315".repeat(200_000) + "\u0300".repeat(200_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> OrganizationName.parse(marks))
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining("3 to 50"));
    }

    @Test
    void composesCharacters() {
        OrganizationName decomposed = OrganizationName.parse("Mu\u0308ller");
        assertThat(decomposed).isEqualTo(OrganizationName.parse("M\u00fcller"));
        assertThat(decomposed.value()).isEqualTo("M\u00fcller");
    }

    @Test
    void countsCodePointsNotUnits() {
        String sweets = "🍬".repeat(49);
        assertThat(OrganizationName.parse(sweets + "a").value()).isEqualTo(sweets + "a");
        assertThatThrownBy(() -> OrganizationName.parse(sweets + "ab"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("3 to 50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a1b2c3", "ab ", "12345678901234567890123456789012345678901234567890"})
    void acceptsTheLimitsOrRefusesBeyond(String raw) {
        if (raw.strip().length() < 3) {
            assertThatThrownBy(() -> OrganizationName.parse(raw)).isInstanceOf(InvalidValueException.class);
        } else {
            assertThat(OrganizationName.parse(raw).value()).isEqualTo(raw);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "ab",
                "___",
                "!!!",
                "a\u0000bc",
                "a\tbc",
                "a\u200bbc",
                "a\u202ebc",
                "a\u2028bc",
                "abc\ud800",
                "123456789012345678901234567890123456789012345678901"
            })
    void refuses(String raw) {
        assertThatThrownBy(() -> OrganizationName.parse(raw)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void restoresWhatTheRuleWouldRefuse() {
        assertThat(OrganizationName.restore("x").value()).isEqualTo("x");
        assertThat(OrganizationName.restore("x").collectionName().value()).isEqualTo("org_x");
    }

    @Test
    void theLongestCollectionNameFitsMongo() {
        String widest = "𠀀".repeat(50);
        assertThat(OrganizationName.parse(widest)
                        .collectionName()
                        .value()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSize(4 + 200);
    }

    @Test
    void namesAreEqualByText() {
        assertThat(OrganizationName.parse("acme"))
                .isEqualTo(OrganizationName.restore("acme"))
                .hasSameHashCodeAs(OrganizationName.restore("acme"))
                .isNotEqualTo(OrganizationName.parse("ACME"))
                .hasToString("acme");
    }

    @Test
    void anotherNameIsAnother() {
        assertThat(OrganizationName.parse("acme")).isNotEqualTo(OrganizationName.parse("beta"));
        assertThat(OrganizationName.parse("acme").hashCode())
                .isNotEqualTo(OrganizationName.parse("beta").hashCode());
    }
}
