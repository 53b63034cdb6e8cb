package kmmotos.desktop.devices;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kmmotos.desktop.devices.DeviceFailed.Outcome;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import org.jspecify.annotations.Nullable;

/// A connection to a device on the network.
final class TcpLine implements DevicePort.Line {

    private final TcpPort port;
    private final AsynchronousSocketChannel channel;
    private final ByteBuffer heard = ByteBuffer.allocate(1);

    /// A read goes on after nobody waits for it any more: the next one takes what it brings.
    private @Nullable Future<Integer> reading;

    TcpLine(TcpPort port, AsynchronousSocketChannel channel) {
        this.port = port;
        this.channel = channel;
    }

    @Override
    public void write(byte[] bytes) {
        var job = ByteBuffer.wrap(bytes);
        try {
            while (job.hasRemaining()) {
                await(channel.write(job), port.patience());
            }
        } catch (TimeoutException failure) {
            throw port.failed(Reason.TIMED_OUT, Outcome.BROKEN_OFF, failure);
        } catch (IOException failure) {
            throw port.failed(Reason.CLOSED_EARLY, Outcome.BROKEN_OFF, failure);
        }
    }

    @Override
    public OptionalInt read(Duration atMost) {
        try {
            int count = readOne(atMost);
            if (count < 0) {
                throw port.failed(Reason.CLOSED_EARLY, Outcome.UNKNOWN, null);
            }
            return OptionalInt.of(heard.get(0) & 0xFF);
        } catch (TimeoutException _) {
            return OptionalInt.empty();
        } catch (IOException failure) {
            throw port.failed(Reason.CLOSED_EARLY, Outcome.UNKNOWN, failure);
        }
    }

    /// A printer that closes with unread bytes resets the connection: only a read shows that. Many
    /// keep the connection open while they print, so one that says nothing is at its end too.
    @Override
    public void finish() {
        try {
            channel.shutdownOutput();
            int count = 0;
            while (count >= 0) {
                count = readOne(port.farewell());
            }
        } catch (TimeoutException _) {
            return;
        } catch (IOException failure) {
            throw port.failed(Reason.CLOSED_EARLY, Outcome.UNKNOWN, failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw port.failed(Reason.CLOSED_EARLY, Outcome.UNKNOWN, failure);
        }
    }

    private int readOne(Duration atMost) throws IOException, TimeoutException {
        Future<Integer> work = reading == null ? channel.read(heard.clear()) : reading;
        reading = work;
        int count = await(work, atMost);
        reading = null;
        return count;
    }

    static <T> T await(Future<T> work, Duration atMost) throws IOException, TimeoutException {
        try {
            return work.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while working", stopped);
        }
    }
}
