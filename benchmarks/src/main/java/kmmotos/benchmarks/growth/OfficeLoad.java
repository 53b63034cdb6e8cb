package kmmotos.benchmarks.growth;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import kmmotos.benchmarks.Timings;
import kmmotos.benchmarks.sync.BenchServer;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.api.ServerRefused;
import kmmotos.installers.api.ServerUnreachable;
import kmmotos.installers.demo.HeadOffice;

/// What head office looks at.
final class OfficeLoad {

    private static final int ASKS = 5;

    /// What took so long is asked once.
    private static final double LONG_MILLIS = 2_000;

    private OfficeLoad() {}

    static void run(BenchServer server, Figures figures) {
        try (ServerApi visitor = ServerApi.at(server.url())) {
            // Anew for each, because a token ends while a long view is made.
            views().forEach((what, path) ->
                    view(
                            visitor.signedIn(HeadOffice.PREFIX, "admin", BenchServer.PASSWORD),
                            figures,
                            what,
                            HeadOffice.PREFIX + path));
        }
    }

    private static Map<String, String> views() {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        String week = "from=" + today.minusDays(7) + "&until=" + today;
        Map<String, String> views = new LinkedHashMap<>();
        views.put("stock, first page", "/stock");
        views.put("stock of a store", "/stock?store=B0");
        views.put("stock below 0", "/stock?below=0");
        views.put("takings, first page", "/takings");
        views.put("takings of a week, summed", "/takings/total?" + week);
        views.put("takings of a year, summed", "/takings/total");
        views.put("takings of a week by item", "/takings/skus?" + week);
        views.put("completeness of a store", "/completeness?store=B0");
        views.put("completeness of the chain, 7 days", "/completeness?since=" + today.minusDays(7));
        views.put("completeness of the chain, 3 months", "/completeness");
        views.put("work list", "/event-exceptions");
        views.put("shortages", "/stock/shortages");
        views.put("silent stores", "/stock/silent-stores");
        views.put("tills", "/tills");
        views.put("stores", "/stores");
        return views;
    }

    private static void view(ServerApi office, Figures figures, String what, String path) {
        try {
            double first = millis(office, path);
            figures.add(
                    what + ", ms", first > LONG_MILLIS ? first : again(office, path).millis(0.5));
        } catch (ServerRefused | ServerUnreachable e) {
            figures.failed(what + ", ms", e);
        }
    }

    private static Timings again(ServerApi office, String path) {
        long[] nanos = new long[ASKS];
        for (int i = 0; i < ASKS; i++) {
            nanos[i] = (long) (millis(office, path) * 1e6);
        }
        return Timings.of(nanos);
    }

    private static double millis(ServerApi office, String path) {
        long begin = System.nanoTime();
        var _ = office.get(path);
        return (System.nanoTime() - begin) / 1e6;
    }
}
