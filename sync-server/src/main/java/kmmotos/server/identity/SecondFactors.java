package kmmotos.server.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kmmotos.server.http.Hashes;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.apache.commons.codec.binary.Base32;
import org.hibernate.StatelessSession;

/// Codes of an authenticator app that are asked for beside the password (TOTP, RFC 6238: SHA-1, six
/// digits, 30 seconds, which is what every app knows), and codes on paper for when it is gone.
public final class SecondFactors {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final int MAX_LENGTH = 40;

    /// The code before and the one after are good too, as clocks differ (RFC 6238, 5.2).
    private static final int DRIFT = 1;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base32 BASE32 = new Base32();

    private final Sealer sealer;
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    public SecondFactors(Sealer sealer) {
        this.sealer = sealer;
    }

    private record Kept(SecretKey secret, boolean confirmed) {}

    /// Makes a secret, which counts only once a code of it was shown.
    ///
    /// @return it in Base32, as apps take it; empty if codes are asked for already
    public Optional<String> begin(StatelessSession session, Account account, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        boolean begun =
                Sql.update(
                                session,
                                """
                                insert into second_factor as f (kind, account_id, secret, begun_at)
                                values (?, ?, ?, ?)
                                on conflict (kind, account_id) do update
                                set secret = excluded.secret, begun_at = excluded.begun_at
                                where f.confirmed_at is null\
                                """,
                                account.kind().word(),
                                account.id(),
                                sealer.seal(secret, place(account)),
                                now)
                        == 1;
        return begun ? Optional.of(BASE32.encodeToString(secret)) : Optional.empty();
    }

    /// From a first good code on, codes are asked for.
    ///
    /// @return codes for paper, each good once; empty if the code is wrong
    public Optional<List<String>> confirm(
            StatelessSession session, Account account, String code, Instant now) {
        Optional<Kept> kept = find(session, account).filter(factor -> !factor.confirmed());
        if (kept.isEmpty() || !takesOfApp(session, account, kept.get(), code, now)) {
            return Optional.empty();
        }
        Sql.update(
                session,
                "update second_factor set confirmed_at = ? where kind = ? and account_id = ?",
                now,
                account.kind().word(),
                account.id());
        List<String> recovery =
                Stream.generate(SecondFactors::recoveryCode).limit(RECOVERY_CODES).toList();
        Sql.update(
                session,
                "insert into recovery_code (kind, account_id, code_hash)"
                        + " select ?, ?, decode(c, 'hex') from unnest(?) as c",
                account.kind().word(),
                account.id(),
                Column.texts(recovery.stream().map(SecondFactors::hash).toList()));
        return Optional.of(recovery);
    }

    /// Whether codes are asked for.
    public boolean isOn(StatelessSession session, Account account) {
        return find(session, account).filter(Kept::confirmed).isPresent();
    }

    /// Takes a code of the app or of the paper; each is good once.
    boolean takes(StatelessSession session, Account account, String code, Instant now) {
        if (code.length() > MAX_LENGTH) {
            return false;
        }
        return find(session, account)
                .filter(Kept::confirmed)
                .filter(kept ->
                        takesOfApp(session, account, kept, code, now)
                                || takesOfPaper(session, account, code))
                .isPresent();
    }

    /// Codes are not asked for any more.
    public void remove(StatelessSession session, Account account) {
        for (String table : List.of("second_factor", "recovery_code")) {
            Sql.update(
                    session,
                    "delete from " + table + " where kind = ? and account_id = ?",
                    account.kind().word(),
                    account.id());
        }
    }

    private Optional<Kept> find(StatelessSession session, Account account) {
        return Sql.first(
                session,
                "select secret, confirmed_at is not null as confirmed from second_factor"
                        + " where kind = ? and account_id = ?",
                row ->
                        new Kept(
                                new SecretKeySpec(
                                        sealer.open(row.getBytes("secret"), place(account)),
                                        codes.getAlgorithm()),
                                row.getBoolean("confirmed")),
                account.kind().word(),
                account.id());
    }

    /// Of two who show the same code at once one is let in: the row remembers its interval.
    private boolean takesOfApp(
            StatelessSession session, Account account, Kept kept, String code, Instant now) {
        long step = now.getEpochSecond() / codes.getTimeStep().toSeconds();
        return LongStream.rangeClosed(step - DRIFT, step + DRIFT)
                .filter(candidate -> code(kept.secret(), candidate).equals(code.strip()))
                .anyMatch(candidate ->
                        Sql.update(
                                        session,
                                        "update second_factor set last_step = ? where kind = ?"
                                                + " and account_id = ? and last_step < ?",
                                        candidate,
                                        account.kind().word(),
                                        account.id(),
                                        candidate)
                                == 1);
    }

    private static boolean takesOfPaper(StatelessSession session, Account account, String code) {
        return Sql.update(
                        session,
                        "delete from recovery_code where kind = ? and account_id = ?"
                                + " and code_hash = decode(?, 'hex')",
                        account.kind().word(),
                        account.id(),
                        hash(code))
                == 1;
    }

    private String code(SecretKey secret, long step) {
        try {
            return codes.generateOneTimePasswordString(
                    secret, Instant.ofEpochSecond(step * codes.getTimeStep().toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a secret is no key", e);
        }
    }

    /// 80 random bits, as XXXX-XXXX-XXXX-XXXX.
    private static String recoveryCode() {
        byte[] random = new byte[RECOVERY_BYTES];
        RANDOM.nextBytes(random);
        return String.join("-", BASE32.encodeToString(random).split("(?<=\\G.{4})"));
    }

    private static String hash(String recoveryCode) {
        String letters = recoveryCode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        return java.util.HexFormat.of().formatHex(Hashes.sha256(letters));
    }

    private static String place(Account account) {
        return "second_factor/" + account.kind().word() + "/" + account.id();
    }
}
