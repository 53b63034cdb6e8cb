package kmmotos.desktop.neighbours;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How a till looks for the other tills of its shop.
///
/// @param port where it listens (TCP) and calls out (UDP); 0 for any free one, then it calls nobody
/// @param addresses where others are, as `host` or `host:port`, for networks that pass no broadcast
/// @param isLoopbackOnly whether it keeps to this computer
public record NeighbourSettings(
        boolean isOn, int port, List<String> addresses, boolean isLoopbackOnly) {
    public static final int PORT = 7571;
    public static final int MAX_ADDRESSES = 32;

    public static final NeighbourSettings OFF =
            new NeighbourSettings(false, PORT, List.of(), false);

    /// What holds where nobody has set anything.
    public static final NeighbourSettings INITIAL =
            new NeighbourSettings(true, PORT, List.of(), false);

    public NeighbourSettings {
        addresses = List.copyOf(addresses);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, was " + port);
        }
        if (addresses.size() > MAX_ADDRESSES) {
            throw new IllegalArgumentException("at most " + MAX_ADDRESSES + " addresses");
        }
    }

    /// As people type it; empty if it makes no sense.
    ///
    /// @param addresses with commas or blanks between
    public static Optional<NeighbourSettings> parse(boolean isOn, String port, String addresses) {
        List<String> each =
                Arrays.stream(addresses.split("[,\\s]+")).filter(one -> !one.isEmpty()).toList();
        boolean areAddresses = each.stream().allMatch(one -> Addresses.parse(one).isPresent());
        try {
            int number = Integer.parseInt(port.strip());
            return areAddresses && number > 0
                    ? Optional.of(new NeighbourSettings(isOn, number, each, false))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
