package kmmotos.desktop.neighbours;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kmmotos.model.stores.DeviceId;

/// Where each neighbour may be found: as it was heard of last, and the fixed addresses, of which
/// nobody knows whose they are until they are tried. An address proves nothing, a key does.
final class Addresses {
    private final List<InetSocketAddress> fixed;
    private final Map<DeviceId, InetSocketAddress> heard = new ConcurrentHashMap<>();

    Addresses(NeighbourSettings settings) {
        fixed = settings.addresses().stream().flatMap(typed -> parse(typed).stream()).toList();
    }

    /// `till-2`, `192.168.0.12` or `192.168.0.12:7571`; empty if it is none.
    static Optional<InetSocketAddress> parse(String typed) {
        String text = typed.strip();
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        try {
            int port =
                    colon < 0
                            ? NeighbourSettings.PORT
                            : Integer.parseInt(text.substring(colon + 1));
            return host.isEmpty()
                    ? Optional.empty()
                    : Optional.of(InetSocketAddress.createUnresolved(host, port));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    void heard(DeviceId device, InetSocketAddress at) {
        heard.put(device, at);
    }

    /// Where to try, the likeliest first.
    List<InetSocketAddress> of(DeviceId device) {
        List<InetSocketAddress> all = new ArrayList<>();
        InetSocketAddress last = heard.get(device);
        if (last != null) {
            all.add(last);
        }
        fixed.stream()
                .filter(address -> !heard.containsValue(address))
                .map(address -> new InetSocketAddress(address.getHostString(), address.getPort()))
                .filter(address -> !address.isUnresolved() && !heard.containsValue(address))
                .forEach(all::add);
        return all;
    }
}
