package kmmotos.installers.drill;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.network.Line;
import kmmotos.installers.till.OldDisk;
import kmmotos.model.stores.StoreId;

/// The two tills of one shop work for each other: one sends for the other, both know what is on the
/// shelf while no line works, and one brings what the other left behind. What nobody but an old
/// disk holds is brought from that disk.
final class NeighboursDrill implements AutoCloseable {
    private static final StoreId SHOP = TwoShops.FIRST;
    private static final int SOLD_BEFORE = 3;

    private final ChainServer chain;
    private final Line firstLine;
    private final Line secondLine;
    private final int port = freePort();
    private final List<String> printed = new ArrayList<>();
    private TillProcess first;
    private TillProcess second;

    private NeighboursDrill(Path folder) throws IOException {
        chain = new ChainServer(folder, Map.of());
        firstLine = new Line(chain.process().port());
        secondLine = new Line(chain.process().port());
        first = till(1, firstLine);
        second = till(2, secondLine);
    }

    static Outcome run(Path folder, Clock clock) throws IOException {
        Findings found = new Findings(clock);
        try (NeighboursDrill shop = new NeighboursDrill(folder)) {
            shop.meet();
            shop.sendThroughTheNeighbour(found);
            shop.knowWhatTheOtherSold();
            shop.breakTheFirst();
            shop.burnTheSecond(found);
            found.figure("sales at head office", shop.chain.sales());
            return found.outcome("neighbours", shop.books());
        }
    }

    private void meet() {
        first.ask("meet 1");
        second.ask("meet 1");
    }

    private void sendThroughTheNeighbour(Findings found) {
        firstLine.cut();
        first.sell(ChainServer.sku(1), SOLD_BEFORE);
        first.ask("sync");
        found.expect(
                chain.sales() == SOLD_BEFORE,
                "what went through the neighbour is not at head office");
    }

    private void knowWhatTheOtherSold() {
        secondLine.cut();
        first.sell(ChainServer.sku(2), 3);
        second.sell(ChainServer.sku(2), 1);
        String left = "await-stock " + ChainServer.sku(2) + " " + (TwoShops.ON_HAND - 4);
        first.ask(left);
        second.ask(left);
        first.ask("mirrored");
    }

    /// The first till is gone, with sales that head office has not; its neighbour brings them.
    private void breakTheFirst() {
        printed.addAll(first.printed());
        first.kill();
        secondLine.repair();
        first = till(1, secondLine);
        second.ask("sync");
        int expected = printed.size() + second.printed().size();
        Pause.until("the neighbour brought the sales", () -> chain.sales() == expected);
        meet();
    }

    /// Nobody keeps what the second till sells; then it breaks, and its disk is brought.
    private void burnTheSecond(Findings found) {
        first.close();
        secondLine.cut();
        second.sell(ChainServer.sku(3), 2);
        printed.addAll(second.printed());
        second.kill();
        Path disk = second.folder();
        secondLine.repair();
        first.startAgain();
        second = till(2, secondLine);
        long before = chain.sales();
        OldDisk old = OldDisk.read(disk, Optional.empty());
        ServerApi office = chain.office().api();
        old.journals().forEach(journal -> old.send(office, journal));
        long brought = chain.sales() - before;
        found.expect(brought == 2, brought + " sales were brought from the old disk instead of 2");
    }

    private Books books() {
        first.ask("sync");
        second.ask("sync");
        printed.addAll(first.printed());
        printed.addAll(second.printed());
        return chain.booksAfterwards(List.of(first, second), printed);
    }

    private TillProcess till(int number, Line line) {
        return chain.till(
                SHOP,
                number,
                line.url(),
                number - 1,
                TillProcess.Surroundings.PLAIN.neighboursAt(port));
    }

    private static int freePort() throws IOException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
        firstLine.close();
        secondLine.close();
        chain.close();
    }
}
