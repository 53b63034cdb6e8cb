package kmmotos.installers.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP proxy on loopback that stands for the line of a shop: it can be cut in the middle of a
/// transfer, and repaired. Each connection has two virtual threads that copy bytes.
public final class Line implements AutoCloseable {
    private final ServerSocket listener;
    private final AtomicInteger serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean cut = new AtomicBoolean();

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
        open.forEach(this::drop);
    }

    public void repair() {
        cut.set(false);
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
            open.add(till);
            if (cut.get() || !connect(till)) {
                drop(till);
            }
        } catch (IOException _) {
            // Only a closed listener comes here, which ends the loop that called.
            return;
        }
    }

    private boolean connect(Socket till) {
        Socket server = new Socket();
        open.add(server);
        try {
            server.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort.get()));
        } catch (IOException _) {
            // The server is down: to the shop that is a cut line.
            drop(server);
            return false;
        }
        Thread.ofVirtual().start(() -> copy(till, server));
        Thread.ofVirtual().start(() -> copy(server, till));
        return true;
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException _) {
            // A cut line is what this class is for; both ends learn it by their closed sockets.
            return;
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void drop(Socket socket) {
        open.remove(socket);
        closeQuietly(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
