package kmmotos.installers.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import kmmotos.server.ServerApp;

/// The server as a child process: the real one, except that it also ends when its parent is gone.
public final class ServerMain {
    private ServerMain() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.ofPlatform().name("parent-watch").daemon().start(ServerMain::endWithParent);
        ServerApp.main(args);
    }

    private static void endWithParent() {
        try (InputStream parent = System.in) {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.exit(0);
        }
    }
}
