package io.orgstead.bootstrap.hostile;

import java.util.List;
import java.util.Random;

/** Texts that programs stumble over. */
final class HostileText {

    private static final List<String> KNOWN = List.of(
            "",
            " ",
            "\t\r\n",
            "\0",
            "a\0b",
            "\u200b\u200e\u202e\u2066",
            "\ufeff",
            "\ufffe\uffff",
            "\ud800",
            "\udc00\ud800",
            "\u0130\u0131\u1e9e\ufb01\u01c5",
            "e\u0301\u0301\u0301",
            "\u212b \u00c5 A\u030a",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\ud83c\uddea\ud83c\uddfa",
            "\u0c1c\u0c4d\u0c1e\u200c\u0c3e",
            "\u2028\u2029\u0085",
            "\u4e2d\u6587\u0627\u0644\u0639\u0631\u0628\u064a\u05e2\u05d1\u05e8",
            "null",
            "undefined",
            "NaN",
            "-0",
            "1e999",
            "9223372036854775808",
            "0x7f",
            "true",
            "[]",
            "{}",
            "$where",
            "$ne",
            "__proto__",
            "constructor",
            "_id",
            "a.b.c",
            ".",
            "..",
            "../../../../etc/passwd",
            "..%2f..%2f",
            "%00",
            "%",
            "%zz",
            "%c0%ae",
            "%ud800",
            "' OR '1'='1",
            "\"; DROP TABLE organizations; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "%s%n%x",
            "\r\nX-Injected: yes\r\n\r\n",
            "(a+)+$",
            "^(([a-z])+.)+[A-Z]([a-z])+$",
            "org_",
            "system.users",
            "orgstead",
            "admin@acme.com",
            "a@" + "b.".repeat(130) + "com",
            "1970-01-01T00:00:00Z",
            "+275760-09-13T00:00:00.001Z",
            "000000000000000000000000");

    private HostileText() {}

    static String any(Random random) {
        return switch (random.nextInt(8)) {
            case 0 ->
                KNOWN.get(random.nextInt(KNOWN.size())).repeat(1 + random.nextInt(random.nextInt(10) == 0 ? 500 : 3));
            case 1 ->
                "a"
                        .repeat(List.of(1, 63, 64, 65, 72, 73, 100, 101, 254, 255, 512, 513, 1024, 5000)
                                .get(random.nextInt(14)));
            case 2 -> characters(random, 0x20, 0x7f);
            case 3 -> characters(random, 0, 0x20);
            case 4 -> characters(random, 0x80, 0x800);
            case 5 -> characters(random, 0x800, 0x11_0000);
            default -> KNOWN.get(random.nextInt(KNOWN.size()));
        };
    }

    private static String characters(Random random, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(40); left >= 0; left--) {
            text.appendCodePoint(from + random.nextInt(to - from));
        }
        return text.toString();
    }
}
