package kmmotos.desktop.headoffice;

import java.time.Instant;

/// What somebody of the staff changed through the server.
///
/// @param by the name; may be empty
/// @param body what was sent, without secrets
public record DeedView(
        long n, Instant at, String by, String role, String method, String path, String body) {

    /// As `PUT stores/S1`.
    String what() {
        return method + " " + path.replaceFirst("^/api/(admin|store)/v1/", "");
    }
}
