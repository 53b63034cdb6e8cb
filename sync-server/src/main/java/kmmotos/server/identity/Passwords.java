package kmmotos.server.identity;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.types.Argon2;

/// Argon2id hashes of passwords and PINs, as PHC strings, which a till can check without the
/// network. The parameters are OWASP's minimum for interactive sign-in (19 MiB, 2 passes).
public final class Passwords {

    public static final int MIN_LENGTH = 10;
    public static final int MAX_LENGTH = 200;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;

    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    /// Checked against when there is no such account, so that the answer takes as long.
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    public static String hash(String password) {
        return ARGON2.hash(password).getResult();
    }

    public static boolean matches(String password, String hash) {
        try {
            return Argon2Function.getInstanceFromHash(hash).check(password, hash);
        } catch (BadParametersException _) {
            return false;
        }
    }

    static void spendAsMuchTime(String password) {
        boolean _ = matches(password, NOBODY);
    }
}
