package kmmotos.benchmarks.sync;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;

/// A till's connection to the server, which stays open: as little as HTTP takes, so that the driver
/// costs little.
public final class Line implements AutoCloseable {

    /// As the server writes it.
    private static final String LENGTH = "Content-Length:";

    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final Socket socket;
    private byte[] buffer = new byte[2_048];

    public Line(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param length of the body, in bytes
    public record Answer(int status, int length, String body) {}

    /// Sends a whole request and reads the whole answer.
    public Answer ask(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            int filled = more(0);
            while (headEnd(filled) < 0) {
                filled = more(filled);
            }
            int body = headEnd(filled);
            String head = new String(buffer, 0, body, ISO_8859_1);
            int end = body + length(head);
            while (filled < end) {
                filled = more(filled);
            }
            int status = Integer.parseInt(head, 9, 12, 10);
            return new Answer(status, end - body, new String(buffer, body, end - body, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads on behind what is there; answers how much there is.
    private int more(int filled) throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = socket.getInputStream().read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new IOException("the server closed the line");
        }
        return filled + read;
    }

    /// Where the body begins; below 0 if the head is not all there.
    private int headEnd(int filled) {
        for (int i = 0; i <= filled - END.length; i++) {
            if (Arrays.equals(buffer, i, i + END.length, END, 0, END.length)) {
                return i + END.length;
            }
        }
        return -1;
    }

    private static int length(String head) {
        int name = head.indexOf(LENGTH);
        if (name < 0) {
            return 0;
        }
        int from = name + LENGTH.length();
        return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
