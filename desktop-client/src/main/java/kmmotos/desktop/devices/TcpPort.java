package kmmotos.desktop.devices;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousSocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import kmmotos.desktop.devices.DeviceFailed.Outcome;
import kmmotos.desktop.devices.DeviceFailed.Reason;

/// A device on the network that takes raw bytes on a TCP port; printers usually do on 9100.
///
/// @param patience how long to wait for a connection, and for each piece of the job
/// @param farewell how long to wait for the device to say that it has read everything; one that
///   says nothing is taken at its word
public record TcpPort(String host, int port, Duration patience, Duration farewell)
        implements DevicePort {

    /// Small, so that "written" means that the device took it, not that a buffer here did.
    private static final int SEND_BUFFER_BYTES = 4096;

    public TcpPort(String host, int port) {
        this(host, port, Duration.ofSeconds(3), Duration.ofMillis(500));
    }

    @Override
    public Line open() {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw failed(Reason.NOT_REACHED, Outcome.NOT_BEGUN, null);
        }
        try {
            return new TcpLine(this, connected(address));
        } catch (IOException failure) {
            throw failed(Reason.NOT_REACHED, Outcome.NOT_BEGUN, failure);
        }
    }

    private AsynchronousSocketChannel connected(InetSocketAddress address) throws IOException {
        var channel = AsynchronousSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
            TcpLine.await(channel.connect(address), patience);
            return channel;
        } catch (IOException failure) {
            channel.close();
            throw failure;
        } catch (TimeoutException failure) {
            channel.close();
            throw new IOException("nobody answers there", failure);
        }
    }

    DeviceFailed failed(
            Reason reason, Outcome outcome, @org.jspecify.annotations.Nullable Throwable cause) {
        return new DeviceFailed(reason, outcome, host + ":" + port, cause);
    }
}
