package io.orgstead.benchmarks.hashing;

import io.orgstead.benchmarks.measure.Calls;
import org.mindrot.jbcrypt.BCrypt;

/** One bcrypt hash in this JVM, by the library that Orgstead uses, at Orgstead's usual cost. */
public final class JvmHash {

    /** The cost that a server has unless said otherwise. */
    static final int COST = 12;

    private static final String SALT = BCrypt.gensalt(COST);

    private JvmHash() {}

    /** A hash each time, on the caller's thread. */
    public static Calls calls() {
        return Calls.work(JvmHash::hash);
    }

    private static void hash() {
        if (!BCrypt.hashpw("correct horse", SALT).startsWith(SALT)) {
            throw new IllegalStateException("that is no hash");
        }
    }
}
