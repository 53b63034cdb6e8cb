package kmmotos.installers.drill;

import java.util.List;

/// A network of its own for one shop (Linux' network namespaces): a real link between it and this
/// machine, that can be taken down. Only root may make one.
final class ShopNetwork implements AutoCloseable {
    private static final String NAME = "km-shop";
    private static final String HERE = "km-office";
    private static final String THERE = "km-till";

    /// From the block kept for tests of networks (RFC 2544).
    static final String OFFICE = "198.19.77.1";

    private static final String SHOP = "198.19.77.2";

    static boolean canBeHad() {
        if (!Shell.succeeds("ip", "netns", "add", NAME)) {
            return false;
        }
        boolean linked =
                Shell.succeeds("ip", "link", "add", HERE, "type", "veth", "peer", "name", THERE);
        if (linked) {
            ip("link", "del", HERE);
        }
        ip("netns", "del", NAME);
        return linked;
    }

    ShopNetwork() {
        ip("netns", "add", NAME);
        ip("link", "add", HERE, "type", "veth", "peer", "name", THERE);
        ip("link", "set", THERE, "netns", NAME);
        ip("addr", "add", OFFICE + "/30", "dev", HERE);
        ip("link", "set", HERE, "up");
        ip("-n", NAME, "addr", "add", SHOP + "/30", "dev", THERE);
        ip("-n", NAME, "link", "set", THERE, "up");
        ip("-n", NAME, "link", "set", "lo", "up");
    }

    /// The command that starts something in the shop.
    List<String> inside() {
        return List.of("ip", "netns", "exec", NAME);
    }

    /// Nothing goes either way, and nobody is told.
    void down() {
        ip("link", "set", HERE, "down");
    }

    void up() {
        ip("link", "set", HERE, "up");
    }

    /// What the shop sends arrives; nothing comes back.
    void swallowAnswers() {
        ip("route", "add", "blackhole", SHOP + "/32");
    }

    void carryAnswers() {
        ip("route", "del", "blackhole", SHOP + "/32");
    }

    /// @return whether this machine can do it
    boolean losePackets(int percent, int delayMillis) {
        return Shell.succeeds(
                "tc",
                "qdisc",
                "add",
                "dev",
                HERE,
                "root",
                "netem",
                "loss",
                percent + "%",
                "delay",
                delayMillis + "ms");
    }

    void loseNone() {
        Shell.run(List.of("tc", "qdisc", "del", "dev", HERE, "root"));
    }

    private static void ip(String... arguments) {
        java.util.ArrayList<String> command = new java.util.ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        Shell.run(command);
    }

    @Override
    public void close() {
        ip("netns", "del", NAME);
        boolean _ = Shell.succeeds("ip", "link", "del", HERE);
    }
}
