package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mindrot.jbcrypt.BCrypt;

/** The rounds of bcrypt that a verification takes, counted: a hash of cost <i>n</i> takes 2 to the power of <i>n</i>. */
class BcryptRoundsTest {

    private static final int USUAL_COST = 8;

    private final AtomicLong rounds = new AtomicLong();
    private final HashingThreads threads = new HashingThreads(1, 8);
    private final BcryptPasswordHasher hasher = new BcryptPasswordHasher(USUAL_COST, threads, this::count);

    private String count(String password, String setting) {
        rounds.addAndGet(1L << Integer.parseInt(setting.substring(4, 6)));
        return BCrypt.hashpw(password, setting);
    }

    @AfterEach
    void close() {
        threads.close();
    }

    private static String hashOfCost(int cost) {
        return BCrypt.hashpw("correct horse", BCrypt.gensalt(cost));
    }

    private long roundsOf(String password, String hash, boolean expected) {
        rounds.set(0);
        assertThat(hasher.verify(PlaintextPassword.attempt(password), new PasswordHash(hash)))
                .isEqualTo(expected);
        return rounds.get();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 7, USUAL_COST})
    void aCheaperHashTakesAsMuchAsTheDecoy(int cost) {
        long ofNobody = roundsOf("wrong horse", hasher.decoy().reveal(), false);

        assertThat(ofNobody).isEqualTo(1 << USUAL_COST);
        assertThat(roundsOf("wrong horse", hashOfCost(cost), false)).isEqualTo(ofNobody);
        assertThat(roundsOf("correct horse", hashOfCost(cost), true)).isEqualTo(ofNobody);
    }

    @ParameterizedTest
    @CsvSource({"'', wrong horse", "no hash, wrong horse", "$2b$08$short, wrong horse"})
    void whatCannotMatchTakesAsMuch(String stored, String password) {
        assertThat(roundsOf(password, stored, false)).isEqualTo(1 << USUAL_COST);
        assertThat(roundsOf("x".repeat(73), hashOfCost(4), false)).isEqualTo(1 << USUAL_COST);
    }

    @Test
    void aDearerHashTakesItsOwn() {
        assertThat(roundsOf("correct horse", hashOfCost(USUAL_COST + 1), true)).isEqualTo(2 << USUAL_COST);
    }

    @Test
    void hashingTakesOne() {
        assertThat(hasher.hash(PlaintextPassword.choose("correct horse")).reveal())
                .startsWith("$2b$08$");
        assertThat(rounds).hasValue(1 << USUAL_COST);
    }
}
