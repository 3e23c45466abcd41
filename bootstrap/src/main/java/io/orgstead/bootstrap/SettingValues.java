package io.orgstead.bootstrap;

import io.orgstead.adapter.http.TlsSettings;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.organization.IsolationModel;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the texts of settings are read. Throws {@link IllegalArgumentException} with the rule that a text breaks. */
final class SettingValues {

    private static final Duration MAX_TOKEN_LIFETIME = Duration.ofDays(30);
    private static final Duration MAX_DELETE_GRACE = Duration.ofDays(365);
    private static final int MAX_PORT = 65_535;
    private static final int MIN_BODY = 1 << 10;
    private static final int MAX_BODY = 1 << 24;
    private static final int MAX_DOCUMENT = 15 << 20;
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,9})\\s*([A-Za-z]*)");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.:%-]{1,255}");
    private static final Map<String, Duration> TIMES = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));
    private static final Map<String, Integer> SIZES =
            Map.of("", 1, "b", 1, "kb", 1_000, "mb", 1_000_000, "kib", 1 << 10, "mib", 1 << 20, "gib", 1 << 30);

    private SettingValues() {}

    static int integer(String text, int min, int max) {
        String rule = "must be a whole number from " + min + " to " + max;
        if (!text.strip().matches("-?[0-9]{1,18}")) {
            throw new IllegalArgumentException(rule);
        }
        long number = Long.parseLong(text.strip());
        if (number < min || number > max) {
            throw new IllegalArgumentException(rule);
        }
        return (int) number;
    }

    static String host(String text) {
        if (!HOST.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException("must be a host name or an address");
        }
        return text.strip();
    }

    static int port(String text) {
        return integer(text, 0, MAX_PORT);
    }

    static TlsSettings.Version tlsVersion(String text) {
        return switch (text.strip()) {
            case "1.2" -> TlsSettings.Version.TLS_1_2;
            case "1.3" -> TlsSettings.Version.TLS_1_3;
            default -> throw new IllegalArgumentException("must be 1.2 or 1.3");
        };
    }

    static LocalTime timeOfDay(String text) {
        if (!text.strip().matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            throw new IllegalArgumentException("must be a time of day, such as 02:00");
        }
        return LocalTime.parse(text.strip());
    }

    static Duration tokenLifetime(String text) {
        Duration lifetime = duration(text);
        if (lifetime.isZero() || lifetime.compareTo(MAX_TOKEN_LIFETIME) > 0) {
            throw new IllegalArgumentException("must be from 1s to 30d");
        }
        return lifetime;
    }

    static Duration deleteGrace(String text) {
        Duration grace = duration(text);
        if (grace.compareTo(MAX_DELETE_GRACE) > 0) {
            throw new IllegalArgumentException("must be from 0s to 365d");
        }
        return grace;
    }

    static IsolationModel isolation(String text) {
        return Arrays.stream(IsolationModel.values())
                .filter(model -> model.name().toLowerCase(Locale.ROOT).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be collection, database or shared"));
    }

    static Optional<RateLimit> rateLimit(String text) {
        if (isOff(text)) {
            return Optional.empty();
        }
        String[] parts = text.split("/", -1);
        try {
            if (parts.length == 2) {
                return Optional.of(new RateLimit(integer(parts[0], 1, 1_000_000_000), duration(parts[1])));
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(rateLimitRule(), e);
        }
        throw new IllegalArgumentException(rateLimitRule());
    }

    static Optional<LoginLimit> loginLimit(String text) {
        if (isOff(text)) {
            return Optional.empty();
        }
        String[] parts = text.split("/", -1);
        try {
            if (parts.length == 2) {
                return Optional.of(new LoginLimit(integer(parts[0], 1, 1_000_000), duration(parts[1])));
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(loginLimitRule(), e);
        }
        throw new IllegalArgumentException(loginLimitRule());
    }

    private static String loginLimitRule() {
        return "must be a number of failures and a longest delay from 1s to 1d, such as 10/15m, or off";
    }

    private static String rateLimitRule() {
        return "must be a number of requests and a time, such as 100/1m, or off";
    }

    static int bodySize(String text) {
        return (int) size(text, MIN_BODY, MAX_BODY, "must be from 1KiB to 16MiB");
    }

    static long documentSize(String text) {
        return size(text, MIN_BODY, MAX_DOCUMENT, "must be from 1KiB to 15MiB");
    }

    static long documentLimit(String text) {
        return isOff(text) ? Long.MAX_VALUE : integer(text, 1, 1_000_000_000);
    }

    static long byteLimit(String text) {
        return isOff(text) ? Long.MAX_VALUE : size(text, MIN_BODY, Long.MAX_VALUE, "must be at least 1KiB, or off");
    }

    private static boolean isOff(String text) {
        return text.strip().equalsIgnoreCase("off");
    }

    private static long size(String text, long min, long max, String rule) {
        Matcher amount = AMOUNT.matcher(text.strip());
        Integer unit = amount.matches() ? SIZES.get(amount.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("must be a size, such as 512KiB or 1MiB");
        }
        BigInteger bytes = new BigInteger(amount.group(1)).multiply(BigInteger.valueOf(unit));
        if (bytes.compareTo(BigInteger.valueOf(min)) < 0 || bytes.compareTo(BigInteger.valueOf(max)) > 0) {
            throw new IllegalArgumentException(rule);
        }
        return bytes.longValueExact();
    }

    static LogFormat logFormat(String text) {
        return LogFormat.named(text).orElseThrow(() -> new IllegalArgumentException("must be text or json"));
    }

    static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static Duration duration(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        Duration unit = amount.matches() ? TIMES.get(amount.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("must be a time, such as 45s, 30m, 12h or 7d");
        }
        return unit.multipliedBy(Long.parseLong(amount.group(1)));
    }
}
