package kmmotos.installers.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One till's connection through a [Line].
///
/// Requests are not pipelined, so the bytes that come from the till begin with the request's first
/// line, and what comes back next is its answer.
final class Connection {
    private static final int CHUNK = 16 * 1024;

    private final Socket till;
    private final Socket server;
    private final AtomicReference<Line.@Nullable Loss> loss;
    private final AtomicReference<Line.@Nullable Loss> losing = new AtomicReference<>();

    Connection(Socket till, Socket server, AtomicReference<Line.@Nullable Loss> loss) {
        this.till = till;
        this.server = server;
        this.loss = loss;
    }

    void carryUntilClosed(InetSocketAddress address) {
        try {
            server.connect(address);
            Thread requests = Thread.ofVirtual().start(this::carryRequests);
            carryAnswers();
            close();
            requests.join();
        } catch (IOException _) {
            // The server is down: to the shop that is a cut line.
            close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        try {
            till.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void carryRequests() {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = till.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                watch(chunk, n);
                out.write(chunk, 0, n);
            }
        } catch (IOException _) {
            // One end went away; closing tells the other.
            close();
        }
        close();
    }

    private void carryAnswers() {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = server.getInputStream();
            OutputStream out = till.getOutputStream();
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                Line.Loss lost = losing.getAndSet(null);
                if (lost != null) {
                    lost.then().run();
                    return;
                }
                out.write(chunk, 0, n);
            }
        } catch (IOException _) {
            // One end went away; closing tells the other.
            close();
        }
    }

    private void watch(byte[] chunk, int length) {
        Line.Loss wanted = loss.get();
        if (wanted == null || length < wanted.request().length()) {
            return;
        }
        String start = new String(chunk, 0, wanted.request().length(), StandardCharsets.ISO_8859_1);
        if (start.equals(wanted.request()) && loss.compareAndSet(wanted, null)) {
            losing.set(wanted);
        }
    }
}
