package kmmotos.desktop.neighbours;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.UploadBatch;

/// Messages on a connection: four bytes of length, then JSON.
final class Wire implements AutoCloseable {
    /// A batch with one fact of the largest size, and what stands around it.
    static final int MAX_BYTES = UploadBatch.MAX_SINGLE_EVENT_BYTES + 64 * 1024;

    private final SSLSocket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    Wire(SSLSocket socket, Duration patience) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    void send(Object message) throws IOException {
        write(message, out);
    }

    <T> T receive(Class<T> type) throws IOException {
        return read(type, in);
    }

    static void write(Object message, DataOutputStream out) throws IOException {
        byte[] bytes = Json.MAPPER.writeValueAsBytes(message);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("a message of %d bytes is too long".formatted(bytes.length));
        }
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    static <T> T read(Class<T> type, DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length <= 0 || length > MAX_BYTES) {
            throw new IOException("a message of %d bytes is refused".formatted(length));
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection ended within a message");
        }
        return Json.MAPPER.readValue(bytes, type);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
