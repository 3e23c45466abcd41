package io.orgstead.adapter.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs any header and payload as RFC 7515 says, however senseless, without the library that is tested. */
final class HandMadeToken {

    static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private HandMadeToken() {}

    static String sign(String header, String payload, byte[] key) {
        return sign("HmacSHA256", header, payload, key);
    }

    static String sign(String mac, String header, String payload, byte[] key) {
        String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Mac signature = Mac.getInstance(mac);
            signature.init(new SecretKeySpec(key, mac));
            return signed + "." + base64(signature.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
