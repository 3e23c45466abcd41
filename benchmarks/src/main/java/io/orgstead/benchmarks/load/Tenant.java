package io.orgstead.benchmarks.load;

/**
 * An organization whose admin is logged in.
 *
 * @param name the organization's
 * @param email the admin's
 * @param token the admin's
 */
public record Tenant(String name, String email, String token) {

    /** Every admin's password. */
    public String password() {
        return Seed.PASSWORD;
    }
}
