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
/// transfer, repaired, be slow, lose or double what it carries, and made to fail at one moment of
/// one request. Each connection has two virtual threads that copy bytes.
public final class Line implements AutoCloseable {
    private final ServerSocket listener;
    private final AtomicInteger serverPort;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final AtomicReference<Weather> weather = new AtomicReference<>(Weather.GOOD);
    private final AtomicReference<@Nullable Incident> incident = new AtomicReference<>();

    public Line(int serverPort) {
        this(serverPort, InetAddress.getLoopbackAddress());
    }

    /// @param at where it listens
    public Line(int serverPort, InetAddress at) {
        this.serverPort = new AtomicInteger(serverPort);
        try {
            listener = new ServerSocket(0, 50, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("line-" + listener.getLocalPort()).start(this::accept);
    }

    /// Where tills find the server.
    public String url() {
        return "http://"
                + listener.getInetAddress().getHostAddress()
                + ":"
                + listener.getLocalPort();
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
        incident.set(new Incident(request, Incident.Moment.ANSWERED, then));
    }

    /// Of the next request that begins like this the server gets one half; then the line breaks.
    public void breakNextRequest(String request, Runnable then) {
        incident.set(new Incident(request, Incident.Moment.HALF_SENT, then));
    }

    /// When the next request that begins like this is with the server, `then` is run; line and
    /// request go on.
    public void whenSent(String request, Runnable then) {
        incident.set(new Incident(request, Incident.Moment.SENT, then));
    }

    /// From now on, also on connections that are open.
    public void weather(Weather now) {
        weather.set(now);
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
            Connection connection = new Connection(till, new Socket(), incident, weather::get);
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
