package kmmotos.installers.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A TCP proxy on loopback that stands for the line of a shop: it can be cut in the middle of a
/// transfer, repaired, and made to lose the answer to a request. Each connection has two virtual
/// threads that copy bytes.
public final class Line implements AutoCloseable {
    private final ServerSocket listener;
    private final AtomicInteger serverPort;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final AtomicReference<@Nullable Loss> loss = new AtomicReference<>();

    /// @param request how the request begins whose answer is to be lost: `POST /sync/v1/devices/`
    /// @param then what happens instead of the answer
    record Loss(String request, Runnable then) {}

    public Line(int serverPort) {
        this.serverPort = new AtomicInteger(serverPort);
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("line-" + listener.getLocalPort()).start(this::accept);
    }

    /// Where tills find the server.
    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /// The server came back at another port.
    public void leadTo(int port) {
        serverPort.set(port);
    }

    /// Breaks every connection and refuses new ones.
    public void cut() {
        cut.set(true);
        open.forEach(Connection::close);
    }

    public void repair() {
        cut.set(false);
    }

    /// The next request that begins like this reaches the server and is worked on, but its answer
    /// never comes back; when it would, `then` is run once.
    public void loseNextAnswerTo(String request, Runnable then) {
        loss.set(new Loss(request, then));
    }

    @Override
    public void close() {
        cut();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            acceptOne();
        }
    }

    private void acceptOne() {
        try {
            Socket till = listener.accept();
            Connection connection = new Connection(till, new Socket(), loss);
            open.add(connection);
            if (cut.get()) {
                forget(connection);
                return;
            }
            InetSocketAddress server =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort.get());
            Thread.ofVirtual()
                    .start(() -> {
                        connection.carryUntilClosed(server);
                        forget(connection);
                    });
        } catch (IOException _) {
            // Only a closed listener comes here, which ends the loop that called.
            return;
        }
    }

    private void forget(Connection connection) {
        connection.close();
        open.remove(connection);
    }
}
