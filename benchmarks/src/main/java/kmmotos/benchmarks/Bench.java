package kmmotos.benchmarks;

import java.util.Arrays;
import kmmotos.benchmarks.growth.GrowthBench;
import kmmotos.benchmarks.journal.JournalBench;
import kmmotos.benchmarks.promotions.PromotionBench;
import kmmotos.benchmarks.shop.ShopBench;
import kmmotos.benchmarks.sync.SyncBench;
import kmmotos.benchmarks.till.TillBench;
import kmmotos.installers.quality.SearchQuality;
import kmmotos.installers.terminal.Terminal;

/// `km bench`: which benchmark is wanted.
public final class Bench {

    private static final String USAGE =
            """
            Usage: ./km bench <sync | growth | till | till-journal | shop | search-quality | promotions> [options]
              sync           sales from thousands of tills into the server, against what its database can take
              growth         the same and head office's views, with more and more stores and events stored
              till           how soon a new or broken till sells again
              shop           the online shop's search and products' pages, by 1 and 16 customers at once
              search-quality how good the search is, by judged queries, beside a plain BM25 search
              till-journal   what a sale waits for at the till, against a bare append and force
              promotions     how long pricing a basket takes with 200 promotions\
            """;
    private static final int REFUSED = 2;

    private Bench() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.standard();
        String which = arguments.length == 0 ? "--help" : arguments[0];
        String[] others =
                arguments.length == 0
                        ? arguments
                        : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (which) {
            case "sync" -> SyncBench.main(others);
            case "growth" -> GrowthBench.main(others);
            case "till" -> TillBench.main(others);
            case "shop" -> ShopBench.main(others);
            case "search-quality" -> SearchQuality.main(others);
            case "till-journal" -> JournalBench.main(others);
            case "promotions" -> PromotionBench.main(others);
            case "--help" -> terminal.say(USAGE);
            default -> {
                terminal.complain(USAGE);
                System.exit(REFUSED);
            }
        }
    }
}
