package io.orgstead.adapter.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mindrot.jbcrypt.BCrypt;

/**
 * A well-formed bcrypt hash, taken apart: {@code $2b$12$}, 22 characters of salt, 31 of digest. {@code $2a$},
 * {@code $2b$} and {@code $2y$} name the same function (the letters tell which bugs its maker is free of).
 */
final class BcryptHash {

    /** A stored cost beyond this is no password's: it would occupy a thread for a quarter of a minute and more. */
    static final int MAX_STORED_COST = 17;

    private static final int MIN_COST = 4;
    private static final Pattern FORMAT =
            Pattern.compile("\\$2([aby])\\$([0-9]{2})\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
    private static final String DIGITS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final String variant;
    private final int cost;
    private final String salt;
    private final String digest;

    private BcryptHash(String variant, int cost, String salt, String digest) {
        this.variant = variant;
        this.cost = cost;
        this.salt = salt;
        this.digest = digest;
    }

    /** Takes a stored text apart; empty if no bcrypt hash of a bearable cost. */
    static Optional<BcryptHash> parse(String stored) {
        Matcher matcher = FORMAT.matcher(stored);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int cost = Integer.parseInt(matcher.group(2));
        if (cost < MIN_COST || cost > MAX_STORED_COST) {
            return Optional.empty();
        }
        return Optional.of(new BcryptHash(matcher.group(1), cost, matcher.group(3), matcher.group(4)));
    }

    /** Hashes a {@linkplain BcryptPassword#isHashable hashable} password with a fresh salt. Slow. */
    static BcryptHash of(String password, int cost, SecureRandom random, BcryptFunction bcrypt) {
        BcryptHash salted = new BcryptHash("b", cost, salt(cost, random), "");
        return new BcryptHash("b", cost, salted.salt, salted.digestOf(password, bcrypt));
    }

    /** A hash with a random digest. To find a password for it is as hard as to break bcrypt. */
    static BcryptHash unmatched(int cost, SecureRandom random) {
        StringBuilder digest = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            digest.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        // The last digit of 23 bytes has four bits of them and two that are zero.
        digest.append(DIGITS.charAt(random.nextInt(16) << 2));
        return new BcryptHash("b", cost, salt(cost, random), digest.toString());
    }

    /**
     * Whether the password belongs to the hash. Slow, and as slow for any password and for any hash of at most the cost
     * that is usual now: a cheaper one is followed by the work that it lacks. As each cost is twice the work of the one
     * before, that is one hash of every cost from the stored one to below the usual one.
     */
    boolean matches(String password, int usualCost, BcryptFunction bcrypt) {
        // The digest alone: some makers leave bits in the salt's last digit that mean nothing.
        boolean matches = MessageDigest.isEqual(ascii(digestOf(password, bcrypt)), ascii(digest));
        for (int lacking = cost; lacking < usualCost; lacking++) {
            bcrypt.hash(password, setting(lacking));
        }
        return matches;
    }

    boolean isMadeLike(int currentCost) {
        return variant.equals("b") && cost == currentCost;
    }

    String text() {
        return "$2%s$%02d$%s%s".formatted(variant, cost, salt, digest);
    }

    private String digestOf(String password, BcryptFunction bcrypt) {
        String hash = bcrypt.hash(password, setting(cost));
        return hash.substring(hash.length() - 31);
    }

    /** jBCrypt knows the name $2a$ only. */
    private String setting(int ofCost) {
        return "$2a$%02d$%s".formatted(ofCost, salt);
    }

    private static String salt(int cost, SecureRandom random) {
        return BCrypt.gensalt(cost, random).substring("$2a$12$".length());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
