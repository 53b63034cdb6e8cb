package kmmotos.server.identity;

import java.security.SecureRandom;
import java.util.Base64;

/// Tokens that prove something by being known: 256 random bits in 43 letters that fit into a link.
public final class SecretToken {

    /// No token is longer; what is longer need not be looked up.
    public static final int MAX_LENGTH = 64;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private SecretToken() {}

    public static String random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
