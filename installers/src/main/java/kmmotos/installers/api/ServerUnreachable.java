package kmmotos.installers.api;

import java.io.IOException;

/// There is no answer from the server: it is down, or the line is cut.
public final class ServerUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    ServerUnreachable(String url, IOException cause) {
        super(
                "The server at "
                        + url
                        + " can't be reached. Is it running, and is the address right?",
                cause);
    }
}
