package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;
import io.orgstead.testkit.Race;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link PasswordHasher} must do. Its hashes are bcrypt's, as the seed document asks. An implementation's test
 * extends this class and says how to make the port.
 */
public abstract class PasswordHasherContract {

    private static final PlaintextPassword PASSWORD = PlaintextPassword.choose("correct horse");

    private PasswordHasher hasher;

    /**
     * The cost that the suite is run with: the lowest that the implementation takes, so that the suite ends soon.
     *
     * @return 10, unless overridden; at least 6
     */
    protected int cost() {
        return 10;
    }

    private static String ofCost(int cost) {
        return String.format("\\$2b\\$%02d\\$[./A-Za-z0-9]{53}", cost);
    }

    /**
     * Makes the port that is tested. Called once before each test.
     *
     * @return a hasher of {@link #cost()}, which takes on at least {@value Race#RUNNERS} hashes at once
     */
    protected abstract PasswordHasher passwordHasher();

    /**
     * Makes a hasher of another cost.
     *
     * @return a hasher of one more than {@link #cost()}
     */
    protected abstract PasswordHasher costlierPasswordHasher();

    /**
     * Makes a hasher that is soon overloaded.
     *
     * @return a hasher of cost 10 or more that runs one hash at a time, lets one more wait, and refuses the rest
     */
    protected abstract PasswordHasher overloadedPasswordHasher();

    @BeforeEach
    void openHasher() {
        hasher = passwordHasher();
    }

    private boolean verify(String attempt, String hash) {
        return hasher.verify(PlaintextPassword.attempt(attempt), new PasswordHash(hash));
    }

    @Test
    void hashedPasswordVerifiesAndNoOtherDoes() {
        PasswordHash hash = hasher.hash(PASSWORD);

        assertThat(verify("correct horse", hash.reveal())).isTrue();
        assertThat(verify("correct horsf", hash.reveal())).isFalse();
        assertThat(verify("Correct horse", hash.reveal())).isFalse();
        assertThat(verify("correct horse ", hash.reveal())).isFalse();
        assertThat(verify("", hash.reveal())).isFalse();
    }

    @Test
    void everyHashHasASaltOfItsOwn() {
        List<String> hashes =
                Stream.generate(() -> hasher.hash(PASSWORD).reveal()).limit(3).toList();

        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(hashes.stream().map(hash -> hash.substring(0, 29))).doesNotHaveDuplicates();
    }

    @Test
    void hashIsPlainBcryptOfTheConfiguredCost() {
        assertThat(hasher.hash(PASSWORD).reveal()).matches(ofCost(cost()));
        assertThat(costlierPasswordHasher().hash(PASSWORD).reveal()).matches(ofCost(cost() + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "p\u00e4ssw\u00f6rd",
                "\u30d1\u30b9\u30ef\u30fc\u30c9",
                "\ud83d\udd11\ud83d\udd11",
                "eight  8"
            })
    void passwordsOfAnyScriptVerify(String password) {
        PasswordHash hash = hasher.hash(PlaintextPassword.attempt(password));

        assertThat(verify(password, hash.reveal())).isTrue();
        assertThat(verify("?".repeat(password.length()), hash.reveal())).isFalse();
        assertThat(verify("", hash.reveal())).isFalse();
    }

    @Test
    void longestPasswordCountsToItsLastByte() {
        String longest = "x".repeat(PlaintextPassword.MAX_BYTES);
        PasswordHash hash = hasher.hash(PlaintextPassword.choose(longest));

        assertThat(verify(longest, hash.reveal())).isTrue();
        assertThat(verify(longest.substring(1), hash.reveal())).isFalse();
        assertThat(verify(longest.substring(1) + "y", hash.reveal())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("unhashable")
    void passwordThatWouldBeCutIsNotHashed(String password) {
        Refusal.expect(FailureCode.INVALID_VALUE, () -> hasher.hash(PlaintextPassword.attempt(password)));
    }

    static Stream<String> unhashable() {
        return Stream.of(
                "x".repeat(73),
                "\u00fc".repeat(37),
                "x".repeat(10_000),
                "null\0null",
                "\0",
                "bad \ud800",
                "\udfff bad");
    }

    /** bcrypt as it is in most libraries takes each of these attempts for the password before it. */
    @ParameterizedTest
    @MethodSource("lookalikes")
    void attemptThatLooksLikeThePasswordOnceCutIsWrong(String password, String attempt) {
        PasswordHash hash = hasher.hash(PlaintextPassword.attempt(password));

        assertThat(verify(password, hash.reveal())).isTrue();
        assertThat(verify(attempt, hash.reveal())).isFalse();
    }

    static Stream<Arguments> lookalikes() {
        String longest = "x".repeat(PlaintextPassword.MAX_BYTES);
        return Stream.of(
                Arguments.of(longest, longest + "y"),
                Arguments.of("password", "password\0password"),
                Arguments.of("password", "password\0"),
                Arguments.of("what is it?", "what is it\ud800"));
    }

    /** The published test vectors of Openwall's crypt_blowfish; {@code $2b$} and {@code $2y$} name the same algorithm. */
    @ParameterizedTest
    @CsvSource({
        "U*U, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U, $2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U, $2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U*, $2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK",
        "U*U*U, $2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a"
    })
    void hashesOfOtherImplementationsVerify(String password, String hash) {
        assertThat(verify(password, hash)).isTrue();
        assertThat(verify(password + "!", hash)).isFalse();
        assertThat(hasher.isOutdated(new PasswordHash(hash))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedHashIsMatchedByNothing(String hash) {
        // Not even by itself, as it would be where passwords are stored as they are.
        assertThat(verify(hash, hash)).isFalse();
        assertThat(hasher.isOutdated(new PasswordHash(hash))).isTrue();
    }

    static Stream<String> malformed() {
        String body = "CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
        return Stream.of(
                "",
                "null",
                "correct horse",
                "$",
                "$2",
                "$2b$",
                "$2b$10$",
                "$2b$10$" + body.substring(1),
                "$2b$10$" + body + "C",
                "$2b$10$" + body.replace('C', '!'),
                "$2b$xx$" + body,
                "$2b$03$" + body,
                "$2b$32$" + body,
                "$2b$-1$" + body,
                "$2z$05$" + body,
                "$1$05$" + body,
                "$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaA",
                "\u00fc".repeat(60));
    }

    @Test
    void decoyIsWellFormedTheSameAndMatchedByNothing() {
        PasswordHash decoy = hasher.decoy();

        assertThat(decoy.reveal()).matches(ofCost(cost()));
        assertThat(hasher.decoy()).isEqualTo(decoy);
        assertThat(hasher.isOutdated(decoy)).isFalse();
        assertThat(Stream.of("", "decoy", "null", "password", decoy.reveal()))
                .noneMatch(attempt -> verify(attempt, decoy.reveal()));
    }

    @Test
    void hashOfAnotherCostVerifiesAndIsOutdated() {
        PasswordHash costlier = costlierPasswordHasher().hash(PASSWORD);
        PasswordHash fresh = hasher.hash(PASSWORD);

        assertThat(hasher.verify(PASSWORD, costlier)).isTrue();
        assertThat(hasher.isOutdated(costlier)).isTrue();
        assertThat(costlierPasswordHasher().isOutdated(costlier)).isFalse();
        assertThat(hasher.isOutdated(fresh)).isFalse();
        assertThat(hasher.isOutdated(new PasswordHash(fresh.reveal().replace("$2b$", "$2a$"))))
                .isTrue();
    }

    @Test
    void manyMayHashAtOnce() {
        Race<Boolean> race = Race.of(runner -> () -> {
            PlaintextPassword password = PlaintextPassword.choose("password " + runner);
            return hasher.verify(password, hasher.hash(password));
        });

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize(Race.RUNNERS);
    }

    @Test
    void whatIsMoreThanTheBoundIsRefused() {
        PasswordHasher overloaded = overloadedPasswordHasher();

        Race<PasswordHash> hashes = Race.of(runner -> () -> overloaded.hash(PASSWORD));
        Race<Boolean> verifications = Race.of(runner -> () -> !overloaded.verify(PASSWORD, overloaded.decoy()));

        for (Race<?> race : List.of(hashes, verifications)) {
            assertThat(race.winners()).isNotEmpty();
            assertThat(race.failures()).isNotEmpty();
            Refusal.expectAll(FailureCode.OVERLOADED, race.failures());
        }
        assertThat(overloaded.verify(PASSWORD, hashes.winners().get(0))).isTrue();
    }

    @Test
    void refusedAttemptTakesAsLongAsAWrongPassword() {
        PasswordHash stored = hasher.hash(PASSWORD);
        String tooLong = "x".repeat(100);
        long wrong = Long.MAX_VALUE;
        long unhashable = Long.MAX_VALUE;
        long malformed = Long.MAX_VALUE;
        long decoy = Long.MAX_VALUE;
        assertThat(hasher.verify(PASSWORD, stored)).isTrue();
        for (int i = 0; i < 5; i++) {
            wrong = Math.min(wrong, nanos("wrong", stored));
            unhashable = Math.min(unhashable, nanos(tooLong, stored));
            malformed = Math.min(malformed, nanos("wrong", new PasswordHash("malformed")));
            decoy = Math.min(decoy, nanos("wrong", hasher.decoy()));
        }

        // A ratio, with ample room for a busy machine: a short cut takes less than a hundredth.
        assertThat(List.of(unhashable, malformed, decoy)).allSatisfy(atLeast(wrong / 20));
    }

    private static Consumer<Long> atLeast(long least) {
        return nanos -> assertThat(nanos).isGreaterThan(least);
    }

    private long nanos(String attempt, PasswordHash hash) {
        long start = System.nanoTime();
        assertThat(verify(attempt, hash.reveal())).isFalse();
        return System.nanoTime() - start;
    }
}
