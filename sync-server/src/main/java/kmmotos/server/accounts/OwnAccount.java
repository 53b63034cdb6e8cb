package kmmotos.server.accounts;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.SignIn;
import kmmotos.server.identity.SignInRoutes;

/// The account of the customer who calls.
final class OwnAccount {

    static final Problem WRONG_PASSWORD =
            Problem.of(403, "wrong_password", "The present password is another one.");

    private OwnAccount() {}

    static Account of(ServerRequest request) {
        return new Account(Account.Kind.CUSTOMER, Authentication.customer(request).customerId());
    }

    /// Goes on if it is still the owner at the keys, by their password and, where one is asked for,
    /// their code: 403 `wrong_password`, `code_needed`, `code_refused`; 429 `too_many_attempts`.
    static void prove(
            SignIn signIn,
            ServerResponse response,
            Account account,
            String password,
            Optional<String> code) {
        SignInRoutes.require(
                response, signIn.prove(account, new SignIn.Shown(password, code)), WRONG_PASSWORD);
    }
}
