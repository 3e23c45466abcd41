package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.TenantMarker;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerDocumentTest {

    private static final OrganizationId ID = new OrganizationId("0123456789abcdef01234567");

    private static String document(String name, String createdAt) {
        return MarkerDocument.of(new TenantMarker(ID, OrganizationName.restore(name), Instant.parse(createdAt)));
    }

    @Test
    void textIsEscapedWhereJsonNeedsIt() {
        assertThat(document("a\"b\\c\n\u0000\u001f\u007f/\u682a\ud83d\ude80", "2026-01-02T03:04:05Z"))
                .endsWith("\"organization\":\"a\\\"b\\\\c\\n\\u0000\\u001F\u007f/\u682a\ud83d\ude80\"}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "2026-01-02T03:04:05Z, '\"2026-01-02T03:04:05Z\"'",
                "2026-01-02T03:04:05.100Z, '\"2026-01-02T03:04:05.100Z\"'",
                "2026-01-02T03:04:05.100999Z, '\"2026-01-02T03:04:05.100Z\"'",
                "1970-01-01T00:00:00Z, '\"1970-01-01T00:00:00Z\"'",
                "1969-12-31T23:59:59.999Z, '{\"$numberLong\":\"-1\"}'",
                "9999-12-31T23:59:59.999Z, '\"9999-12-31T23:59:59.999Z\"'",
                "+10000-01-01T00:00:00Z, '{\"$numberLong\":\"253402300800000\"}'"
            })
    void datesAreOfTheRelaxedForm(String createdAt, String date) {
        assertThat(document("x y", createdAt)).contains("\"created_at\":{\"$date\":" + date + "},");
    }
}
