package io.orgstead.adapter.security;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Which passwords bcrypt tells from all others. It sees the first 72 bytes only and stops at a NUL, and what has no
 * UTF-8 would be hashed as a question mark.
 */
final class BcryptPassword {

    private static final int MAX_BYTES = 72;

    private BcryptPassword() {}

    static boolean isHashable(String password) {
        // No character takes less than a byte: a text that is far too long need not be encoded to be refused.
        return password.length() <= MAX_BYTES && password.indexOf('\0') < 0 && hasShortUtf8(password);
    }

    private static boolean hasShortUtf8(String password) {
        try {
            return StandardCharsets.UTF_8
                            .newEncoder()
                            .encode(CharBuffer.wrap(password))
                            .remaining()
                    <= MAX_BYTES;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
