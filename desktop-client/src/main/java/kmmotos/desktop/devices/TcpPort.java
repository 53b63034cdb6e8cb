package kmmotos.desktop.devices;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kmmotos.desktop.devices.PrinterFailed.Reason;

/// A network printer that takes raw jobs on a TCP port, usually 9100.
///
/// @param patience how long to wait for a connection, and for each piece of the job
/// @param farewell how long to wait for the printer to say that it has read everything; one that
///   says nothing is taken at its word
public record TcpPort(String host, int port, Duration patience, Duration farewell)
        implements PrinterPort {

    /// Small, so that "written" means that the printer took it, not that a buffer here did.
    private static final int SEND_BUFFER_BYTES = 4096;

    public TcpPort(String host, int port) {
        this(host, port, Duration.ofSeconds(3), Duration.ofMillis(500));
    }

    @Override
    public void send(byte[] job) {
        try (var channel = AsynchronousSocketChannel.open()) {
            connect(channel);
            write(channel, ByteBuffer.wrap(job));
            awaitEnd(channel);
        } catch (IOException failure) {
            throw new PrinterFailed(Reason.CLOSED_EARLY, where(), failure);
        }
    }

    private void connect(AsynchronousSocketChannel channel) throws IOException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new PrinterFailed(Reason.NOT_REACHED, where(), null);
        }
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
        try {
            await(channel.connect(address), patience);
        } catch (IOException | TimeoutException failure) {
            throw new PrinterFailed(Reason.NOT_REACHED, where(), failure);
        }
    }

    private void write(AsynchronousSocketChannel channel, ByteBuffer job) throws IOException {
        try {
            while (job.hasRemaining()) {
                await(channel.write(job), patience);
            }
        } catch (TimeoutException failure) {
            throw new PrinterFailed(Reason.TIMED_OUT, where(), failure);
        }
    }

    /// A printer that closes with unread bytes resets the connection: only a read shows that.
    private void awaitEnd(AsynchronousSocketChannel channel) throws IOException {
        channel.shutdownOutput();
        var answer = ByteBuffer.allocate(64);
        int read = 0;
        while (read >= 0) {
            read = readOrEnd(channel, answer.clear());
        }
    }

    /// Status bytes are not asked for. Many printers keep the connection open while they print, so
    /// one that says nothing is at its end too.
    private int readOrEnd(AsynchronousSocketChannel channel, ByteBuffer answer) throws IOException {
        try {
            return await(channel.read(answer), farewell);
        } catch (TimeoutException _) {
            return -1;
        }
    }

    private static <T> T await(Future<T> work, Duration atMost)
            throws IOException, TimeoutException {
        try {
            return work.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while printing", stopped);
        }
    }

    private String where() {
        return host + ":" + port;
    }
}
