package kmmotos.desktop.neighbours;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kmmotos.model.stores.DeviceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls out every few seconds on the shop's network where this till listens, and hears where the
/// others do. What it hears is a hint where to try, no more: anybody may call out anything.
final class Beacon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Beacon.class);
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final int MAX_BYTES = 64;
    private static final String LOOPBACK = "127.255.255.255";
    private static final Pattern FORM = Pattern.compile("KM1 ([0-9a-f-]{36}) (\\d{1,5})");

    private final NeighbourSettings settings;
    private final byte[] call;
    private final Heard heard;
    private final DatagramSocket socket;

    interface Heard {
        void at(DeviceId device, InetSocketAddress address);
    }

    private Beacon(NeighbourSettings settings, DeviceId self, int doorPort, Heard heard)
            throws IOException {
        this.settings = settings;
        this.call = "KM1 %s %d".formatted(self, doorPort).getBytes(StandardCharsets.US_ASCII);
        this.heard = heard;
        this.socket = new DatagramSocket(null);
        try {
            socket.setReuseAddress(true);
            if (socket.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            socket.setBroadcast(true);
            socket.bind(new InetSocketAddress(settings.port()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    static Beacon start(NeighbourSettings settings, DeviceId self, int doorPort, Heard heard)
            throws IOException {
        Beacon beacon = new Beacon(settings, self, doorPort, heard);
        Thread.ofPlatform().daemon().name("neighbour-beacon").start(beacon::run);
        return beacon;
    }

    private void run() {
        while (!socket.isClosed()) {
            callOut();
            listenUntil(System.nanoTime() + EVERY.toNanos());
        }
    }

    private void callOut() {
        for (InetAddress target : targets()) {
            try {
                socket.send(new DatagramPacket(call, call.length, target, settings.port()));
            } catch (IOException e) {
                LOG.debug("no call to {}: {}", target, e.toString());
            }
        }
    }

    private void listenUntil(long nanos) {
        try {
            for (long left = nanos - System.nanoTime();
                    left > 0;
                    left = nanos - System.nanoTime()) {
                DatagramPacket packet = new DatagramPacket(new byte[MAX_BYTES], MAX_BYTES);
                socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
                socket.receive(packet);
                hear(packet);
            }
        } catch (SocketTimeoutException _) {
            LOG.trace("time to call out again");
        } catch (IOException e) {
            LOG.debug("nothing heard: {}", e.toString());
        }
    }

    private void hear(DatagramPacket packet) {
        String text =
                new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return;
        }
        int port = Integer.parseInt(matcher.group(2));
        if (port > 0 && port <= 65_535) {
            heard.at(
                    DeviceId.parse(matcher.group(1)),
                    new InetSocketAddress(packet.getAddress(), port));
        }
    }

    private Set<InetAddress> targets() {
        try {
            Set<InetAddress> all = new HashSet<>();
            all.add(InetAddress.getByName(LOOPBACK));
            if (!settings.isLoopbackOnly()) {
                all.addAll(
                        NetworkInterface.networkInterfaces()
                                .flatMap(card -> card.getInterfaceAddresses().stream())
                                .map(Beacon::broadcast)
                                .flatMap(Optional::stream)
                                .collect(Collectors.toSet()));
            }
            return all;
        } catch (IOException e) {
            LOG.debug("no network: {}", e.toString());
            return Set.of();
        }
    }

    private static Optional<InetAddress> broadcast(InterfaceAddress address) {
        return Optional.ofNullable(address.getBroadcast());
    }

    @Override
    public void close() {
        socket.close();
    }
}
