package kmmotos.server.accounts;

import java.util.Map;
import kmmotos.server.http.Problem;
import kmmotos.server.identity.Passwords;

/// The rule for passwords that customers choose.
final class GivenPassword {

    private GivenPassword() {}

    /// The problem, with a fault more if the password is too short or too long.
    static Problem check(Problem problem, String pointer, String password) {
        int length = password.length();
        if (length >= Passwords.MIN_LENGTH && length <= Passwords.MAX_LENGTH) {
            return problem;
        }
        return problem.at(
                pointer,
                "invalid_password",
                "A password has "
                        + Passwords.MIN_LENGTH
                        + " to "
                        + Passwords.MAX_LENGTH
                        + " characters.",
                Map.of("least", Passwords.MIN_LENGTH, "most", Passwords.MAX_LENGTH));
    }

    /// Refuses one that is too short or too long.
    static void refuseBad(String pointer, String password) {
        Problem problem =
                check(Problem.badRequest("incomplete", "Something is missing."), pointer, password);
        if (!problem.errors().isEmpty()) {
            throw problem.refusal();
        }
    }
}
