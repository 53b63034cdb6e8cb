package kmmotos.installers.drill;

import java.io.IOException;
import java.io.UncheckedIOException;

/// What the system can tell a process.
enum Signal {
    STOP,
    CONT;

    void send(long pid) {
        try {
            int code =
                    new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                            .inheritIO()
                            .start()
                            .onExit()
                            .join()
                            .exitValue();
            if (code != 0) {
                throw new IllegalStateException("no " + name() + " for process " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
