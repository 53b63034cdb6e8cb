package kmmotos.server.http;

import io.helidon.webserver.http.ServerRequest;

/// Why a person does something that is written down with their name: a body `{"note"}`, refused
/// with 422 `note_needed` where it says nothing.
public record Note(String note) {

    private static final int MAX_BODY = 4_096;
    private static final int MAX_LENGTH = 500;

    public static String read(ServerRequest request) {
        return checked(Body.json(request, Note.class, MAX_BODY).note(), "/note");
    }

    /// @param pointer where it stands in the body
    public static String checked(String typed, String pointer) {
        String note = typed.strip();
        if (note.isEmpty() || note.length() > MAX_LENGTH) {
            throw Problem.of(422, "note_needed", "Say why, in 1 to 500 characters.")
                    .at(pointer, "note_needed", "1 to " + MAX_LENGTH + " characters")
                    .refusal();
        }
        return note;
    }
}
