package kmmotos.installers.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.demo.WebShopper;
import kmmotos.installers.network.Line;
import kmmotos.installers.process.ServerProcess;
import kmmotos.model.stores.StoreId;

/// A server and a till in each of two shops, all as processes, with a line between that can fail.
public final class TwoShops implements AutoCloseable {
    public static final StoreId FIRST = new StoreId("S1");
    public static final StoreId SECOND = new StoreId("S2");

    /// How many of each part each shop has at first.
    public static final int ON_HAND = 5_000;

    static final String UPLOAD = "POST /sync/v1/devices/";

    private final ChainServer chain;
    private final Line line;
    private final TillProcess first;
    private final TillProcess second;

    public TwoShops(Path folder) throws IOException {
        this(folder, Map.of(), Street.OVER_THE_LINE);
    }

    /// How the second shop's till reaches the server.
    ///
    /// @param inside the command that starts that till in another network
    /// @param office this machine's address from there
    record Street(List<String> inside, String office) {
        static final Street OVER_THE_LINE = new Street(List.of(), "127.0.0.1");

        Street {
            inside = List.copyOf(inside);
        }
    }

    /// @param settings of the server, as environment variables
    TwoShops(Path folder, Map<String, String> settings, Street street) throws IOException {
        chain = new ChainServer(folder, settings);
        line = new Line(chain.process().port(), InetAddress.getByName(street.office()));
        first = chain.till(FIRST, 1, chain.process().url(), 0, TillProcess.Surroundings.PLAIN);
        second =
                chain.till(
                        SECOND,
                        1,
                        line.url(),
                        2,
                        TillProcess.Surroundings.PLAIN.inside(street.inside()));
    }

    /// The till of the first shop, whose line is never cut.
    public TillProcess first() {
        return first;
    }

    /// The till of the second shop, behind [#line].
    public TillProcess second() {
        return second;
    }

    public Line line() {
        return line;
    }

    public ServerProcess server() {
        return chain.process();
    }

    /// A till that runs from a copy of the second shop's till's disk, which must not run meanwhile.
    TillProcess copyOfSecond() {
        return second.copied();
    }

    HeadOffice office() {
        return chain.office();
    }

    static String sku(int n) {
        return ChainServer.sku(n);
    }

    public WebShopper.Placed order(StoreId store, int part) {
        return chain.order(store, part);
    }

    /// How many sales head office has of the whole chain.
    public long salesAtHeadOffice() {
        return chain.sales();
    }

    /// What head office reads of the backup.
    JsonNode backup() {
        return chain.backup();
    }

    /// As many sales at each till, each of one of its shop's own part.
    void sell(int times) {
        first.sell(sku(1), times);
        second.sell(sku(2), times);
    }

    /// Waits until the server has all that both tills have.
    void sync() {
        first.ask("sync");
        second.ask("sync");
    }

    /// Lets everything heal, ends everything and looks whether the books are right.
    Books booksAfterwards() {
        line.repair();
        sync();
        return chain.booksAfterwards(
                List.of(first, second),
                Stream.of(first, second).flatMap(till -> till.printed().stream()).toList());
    }

    /// Ends everything and looks at what the server kept.
    public List<String> violationsAfterwards() {
        first.close();
        second.close();
        return chain.violationsAfterwards();
    }

    @Override
    public void close() {
        first.close();
        second.close();
        line.close();
        chain.close();
    }
}
