package kmmotos.server.staff;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.StaffMember;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.CredentialStore;
import kmmotos.server.identity.Passwords;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Head office's first account, made when the server starts and nobody can sign in yet.
public final class FirstAccount {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);
    private static final int PASSWORD_BYTES = 15;

    private final CredentialStore credentials = new CredentialStore();
    private final StaffStore staff = new StaffStore();

    /// @param password empty to make one and leave it in a file of the data folder that only the
    ///   server's user can read
    public void ensure(
            Database database, DataFolder folder, String login, String password, Instant now) {
        if (somebodyCanSignIn(database)) {
            return;
        }
        String chosen = password.isEmpty() ? random() : password;
        String passwordHash = Passwords.hash(chosen);
        StaffMember member =
                new StaffMember(
                        UUID.randomUUID(),
                        "Head office",
                        Role.HEAD_OFFICE,
                        // No till shows an account without a PIN; head office sets one when needed.
                        "",
                        Set.of(),
                        true);
        if (save(database, member, login, passwordHash, now) && password.isEmpty()) {
            Path file = folder.path().resolve("first-password.txt");
            Path written = folder.writeRestricted(file, login + " " + chosen);
            LOG.info("head office signs in as \"{}\"; the password is in {}", login, written);
        }
    }

    private boolean somebodyCanSignIn(Database database) {
        return database.inTransaction(
                new Caller.Server("first account"),
                session -> credentials.anybody(session, Account.Kind.STAFF));
    }

    /// Two nodes may start at once: the second finds the login taken.
    private boolean save(
            Database database, StaffMember member, String login, String passwordHash, Instant now) {
        return database.inTransaction(
                new Caller.Server("first account"),
                session -> {
                    Account account = new Account(Account.Kind.STAFF, member.staffId());
                    if (!credentials.save(session, account, login, passwordHash, now)) {
                        return false;
                    }
                    staff.save(session, member);
                    return true;
                });
    }

    private static String random() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
