package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot match takes the work of a hash all the same, and never more than is bearable. */
class BcryptWorkTest {

    private static final int ROUNDS = 5;
    /** Of the password "correct horse" at cost 7, by libxcrypt. */
    private static final String REST = "$abcdefghijklmnopqrstuuhZbjkdqACUPn8aMizcVK3G.oXGejdo6";

    private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    private final HashingThreads threads = new HashingThreads(1, 8);
    private final BcryptPasswordHasher hasher = new BcryptPasswordHasher(7, threads);
    private final PasswordHash genuine = hasher.hash(PlaintextPassword.choose("correct horse"));

    @AfterEach
    void close() {
        threads.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "plain text",
                "null",
                "$2b$",
                "$2b$07$",
                "$2b$07$short",
                "$2b$7" + REST,
                "$2b$xx" + REST,
                "$2b$00" + REST,
                "$2b$03" + REST,
                "$2b$18" + REST,
                "$2b$31" + REST,
                "$2b$99" + REST,
                "$2$07" + REST,
                "$2x$07" + REST,
                "$1$07" + REST,
                "$2b$07" + REST + "x",
                "$2b$07" + REST + "\n",
                " $2b$07" + REST,
                "$2b$07$abcdefghijklmnopqrst!uhZbjkdqACUPn8aMizcVK3G.oXGejdo6",
                "$2b$07$abcdefghijklmnopqrst\0uhZbjkdqACUPn8aMizcVK3G.oXGejdo6",
                "$2b$07$ééééééééééééééééééééééhZbjkdqACUPn8aMizcVK3G.oXGejdo6",
                "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b4dWRWJTmaaJObG",
            })
    void aMalformedHashIsAnHonestNo(String stored) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(verify("", stored) || verify("correct horse", stored))
                        .isFalse());
        assertTakesAHash("correct horse", stored);
    }

    @Test
    void theHashThatTheMalformedOnesAreMadeOfIsGenuine() {
        assertThat(verify("correct horse", "$2b$07" + REST)).isTrue();
    }

    @Test
    void anImpossiblePasswordTakesAHash() {
        assertTakesAHash("x".repeat(73), genuine.reveal());
        assertTakesAHash("correct\0horse", genuine.reveal());
        assertTakesAHash("correct horse \uD800", genuine.reveal());
    }

    @Test
    void theDecoyTakesAHash() {
        assertTakesAHash("correct horse", hasher.decoy().reveal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"04", "10", "16", "17"})
    void bearableCostsAreWellFormed(String cost) {
        assertThat(BcryptHash.parse("$2b$" + cost + REST)).isPresent();
    }

    /** By the time of the processor, which other work on the machine hardly changes. Without a hash it is next to none. */
    private void assertTakesAHash(String password, String stored) {
        long least = Long.MAX_VALUE;
        long ofAHash = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            least = Math.min(least, work(password, stored));
            ofAHash = Math.min(ofAHash, work("wrong horse", genuine.reveal()));
        }
        assertThat(least).isGreaterThan(ofAHash / 4);
    }

    private long work(String password, String stored) {
        long before = threads.run(processor::getCurrentThreadCpuTime);
        assertThat(verify(password, stored)).isFalse();
        return threads.run(processor::getCurrentThreadCpuTime) - before;
    }

    private boolean verify(String password, String hash) {
        return hasher.verify(PlaintextPassword.attempt(password), new PasswordHash(hash));
    }
}
