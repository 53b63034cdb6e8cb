package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The server's database on a [PostgresCluster].
final class DrilledChain {
    static final String DATABASE = "km";

    private DrilledChain() {}

    /// Starts it and makes the server's database there.
    static void start(PostgresCluster cluster) {
        cluster.start();
        cluster.sql(
                "create role km_owner login nosuperuser nobypassrls",
                "create role km_app login nosuperuser nobypassrls",
                "create database " + DATABASE + " owner km_owner");
    }

    /// Two shops whose server keeps its data there.
    ///
    /// @param hosts one address or, with a standby, two: `127.0.0.1:5432,127.0.0.1:5433`
    static TwoShops shops(Path folder, String hosts, String proof, String check)
            throws IOException {
        return new TwoShops(folder, settings(hosts, proof, check), TwoShops.Street.OVER_THE_LINE);
    }

    private static Map<String, String> settings(String hosts, String proof, String check) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "KM_DATABASE_URL",
                "jdbc:postgresql://" + hosts + "/" + DATABASE + "?targetServerType=primary");
        settings.put("KM_DATABASE_OWNER_PASSWORD", "trusted");
        settings.put("KM_DATABASE_APP_PASSWORD", "trusted");
        settings.put("KM_BACKUP_PROOF", proof);
        settings.put("KM_BACKUP_CHECK", check);
        settings.put("KM_BACKUP_EVERY", "PT0.3S");
        return settings;
    }

    /// How many entries of all journals the server has.
    static long entries(PostgresCluster cluster) {
        return cluster.number(DATABASE, "select coalesce(sum(have_seq), 0) from journal_stream");
    }

    static long provenEntries(PostgresCluster cluster) {
        return cluster.number(
                DATABASE,
                "select coalesce(sum(safe_seq), 0) from journal_stream where km_proven_here()");
    }

    static long missingFacts(PostgresCluster cluster) {
        return cluster.number(
                DATABASE, "select count(*) from event_exception where code = 'facts_missing'");
    }
}
