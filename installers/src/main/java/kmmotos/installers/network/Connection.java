package kmmotos.installers.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One till's connection through a [Line].
///
/// Requests are not pipelined, so the bytes that come from the till begin with the request's first
/// line, and what comes back next is its answer.
final class Connection {
    private static final int CHUNK = 16 * 1024;
    private static final int MAX_DOUBLED = 1024 * 1024;
    private static final int DOUBLE_PATIENCE_MILLIS = 5_000;

    private final Socket till;
    private final Socket server;
    private final AtomicReference<@Nullable Incident> incident;
    private final AtomicReference<@Nullable Incident> losing = new AtomicReference<>();
    private final Supplier<Weather> weather;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();

    Connection(
            Socket till,
            Socket server,
            AtomicReference<@Nullable Incident> incident,
            Supplier<Weather> weather) {
        this.till = till;
        this.server = server;
        this.incident = incident;
        this.weather = weather;
    }

    void carryUntilClosed(InetSocketAddress address) {
        try {
            server.connect(address);
            Thread requests = Thread.ofVirtual().start(this::carryRequests);
            carryAnswers(address);
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
                carryRequest(chunk, n, out);
            }
        } catch (IOException _) {
            // One end went away; closing tells the other.
            close();
        }
        close();
    }

    private void carryRequest(byte[] chunk, int length, OutputStream out) throws IOException {
        Incident now = take(chunk, length);
        if (now != null && now.moment() == Incident.Moment.HALF_SENT) {
            send(chunk, length / 2, out);
            now.then().run();
            throw new IOException("the line broke");
        }
        if (now != null && now.moment() == Incident.Moment.ANSWERED) {
            losing.set(now);
        }
        keep(chunk, length);
        send(chunk, length, out);
        if (now != null && now.moment() == Incident.Moment.SENT) {
            now.then().run();
        }
    }

    private void carryAnswers(InetSocketAddress address) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = server.getInputStream();
            OutputStream out = till.getOutputStream();
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                Incident lost = losing.getAndSet(null);
                if (lost != null) {
                    lost.then().run();
                    return;
                }
                sendAgain(address);
                send(chunk, n, out);
            }
        } catch (IOException _) {
            // One end went away; closing tells the other.
            close();
        }
    }

    private void send(byte[] chunk, int length, OutputStream out) throws IOException {
        for (int sent = 0; sent < length; ) {
            Weather now = weather.get();
            int piece = Math.min(now.piece(), length - sent);
            LockSupport.parkNanos(now.delay().toNanos());
            if (!now.lost()) {
                out.write(chunk, sent, piece);
                out.flush();
            }
            sent += piece;
        }
    }

    private synchronized void keep(byte[] chunk, int length) {
        if (weather.get().doubled() && request.size() < MAX_DOUBLED) {
            request.write(chunk, 0, length);
        }
    }

    /// A request that was kept goes to the server once more; nobody waits for that answer.
    private void sendAgain(InetSocketAddress address) {
        byte[] again;
        synchronized (this) {
            again = request.toByteArray();
            request.reset();
        }
        if (again.length > 0) {
            Thread.ofVirtual().start(() -> sendAgain(address, again));
        }
    }

    private static void sendAgain(InetSocketAddress address, byte[] request) {
        try (Socket twin = new Socket()) {
            twin.connect(address);
            twin.setSoTimeout(DOUBLE_PATIENCE_MILLIS);
            twin.getOutputStream().write(request);
            int _ = twin.getInputStream().read(new byte[CHUNK]);
        } catch (IOException _) {
            // It was one too many anyway.
            return;
        }
    }

    private @Nullable Incident take(byte[] chunk, int length) {
        Incident wanted = incident.get();
        if (wanted == null || length < wanted.request().length()) {
            return null;
        }
        String start = new String(chunk, 0, wanted.request().length(), StandardCharsets.ISO_8859_1);
        return start.equals(wanted.request()) && incident.compareAndSet(wanted, null)
                ? wanted
                : null;
    }
}
