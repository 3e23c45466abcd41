package io.orgstead.adapter.security;

/** The bcrypt function itself. Slow. */
@FunctionalInterface
interface BcryptFunction {

    /**
     * Computes a hash.
     *
     * @param password a {@linkplain BcryptPassword#isHashable hashable} password
     * @param setting variant, cost and salt, such as {@code $2a$12$} and 22 characters
     * @return the setting, and the digest
     */
    String hash(String password, String setting);
}
