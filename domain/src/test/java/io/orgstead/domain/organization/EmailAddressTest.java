package io.orgstead.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin@acme.com",
                "first.last+tag@mail.example.co.uk",
                "o'brien@example.com",
                "x@a-b.example",
                "用户@例子.公司",
                "a@1.2.example",
                "a@xn--bcher-kva.example"
            })
    void accepts(String raw) {
        assertThat(EmailAddress.parse(raw).value()).isEqualTo(raw);
    }

    @Test
    void lowerCases() {
        assertThat(EmailAddress.parse("Admin@ACME.Com"))
                .isEqualTo(EmailAddress.parse("admin@acme.com"))
                .hasSameHashCodeAs(EmailAddress.restore("ADMIN@acme.com"))
                .hasToString("admin@acme.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admin",
                "@acme.com",
                "admin@",
                "admin@acme",
                "a@b@acme.com",
                "admin@acme..com",
                "admin@.acme.com",
                "admin@acme.com.",
                "admin@-acme.com",
                "admin@acme-.com",
                "admin@acme.123",
                "admin@127.0.0.1",
                "admin@[127.0.0.1]",
                ".admin@acme.com",
                "admin.@acme.com",
                "ad..min@acme.com",
                "ad min@acme.com",
                " admin@acme.com",
                "admin@acme.com\n",
                "\"a b\"@acme.com",
                "admin@ac_me.com",
                "a\u0000@acme.com",
                "<a>@acme.com"
            })
    void refuses(String raw) {
        assertThatThrownBy(() -> EmailAddress.parse(raw)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void keepsTheLimitsOfRfc5321() {
        String label = "d".repeat(63);
        String longest = "a".repeat(60) + "@" + label + "." + label + "." + label + "." + "x";
        assertThat(EmailAddress.parse(longest).value()).hasSize(254);
        assertThatThrownBy(() -> EmailAddress.parse("a" + longest))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("254");
        assertThatThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@acme.com"))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> EmailAddress.parse("a@" + "d".repeat(64) + ".com"))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void anotherAddressIsAnother() {
        EmailAddress address = EmailAddress.parse("a@acme.com");
        assertThat(address).isNotEqualTo(EmailAddress.parse("b@acme.com")).isNotEqualTo("a@acme.com");
        assertThat(address.hashCode())
                .isNotEqualTo(EmailAddress.parse("b@acme.com").hashCode());
        assertThat(EmailAddress.parse("a".repeat(64) + "@acme.com").value()).startsWith("aaa");
    }
}
