package kmmotos.installers.api;

import com.fasterxml.jackson.databind.JsonNode;

/// The server answered with a problem (RFC 9457).
public final class ServerRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    ServerRefused(String request, int status, JsonNode problem) {
        super(request + " was answered by " + status + ": " + problem);
        this.status = status;
        this.code = problem.path("code").asText("");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
