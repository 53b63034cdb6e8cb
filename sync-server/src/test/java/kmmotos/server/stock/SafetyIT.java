package kmmotos.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is kept back because a store was not heard for a while.
class SafetyIT {

    private static final Caller TEST = new Caller.Server("test");

    private static TestServer server;
    private static SampleShop shop;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shop = SampleShop.open(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 180",
        "0.5, 1",
        "0.5, 2",
        "0.5, 10",
        "0.5, 180",
        "3, 5",
        "3, 60",
        "20, 60",
        "20, 239",
        "240, 200"
    })
    void theFormulaIsThePoissonQuantile(double perDay, int minutes) {
        assertThat(safety(perDay, minutes)).isEqualTo(quantile(perDay, minutes));
    }

    @Test
    void theLongerAStoreIsUnheardTheMoreIsKeptBack() {
        assertThat(safety(0.5, 180)).isEqualTo(2);
        assertThat(safety(0.5, 1)).isZero();
        long before = 0;
        for (int minutes = 1; minutes < 240; minutes += 7) {
            long now = safety(6, minutes);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(safety(5_000, 239)).isBetween(1_991L + 90, 1_992L + 120);
    }

    @Test
    void whatAStoreSellsADayIsTheMeanOfItsLast28Days() {
        JournalEntry _ = shop.till().record(new Event.SaleCompleted(shop.till().sale()));
        shop.till().uploadAll();
        Instant soldAt = one("select max(at) from stock_movement where reason = 'sale_completed'");
        SellRates.refresh(server.database(), soldAt.plusSeconds(1));

        assertThat(number("select count(*) from online_stock where sells_per_day > 0"))
                .isPositive();
        assertThat(
                        number(
                                "select count(*) from online_stock o where sells_per_day <> round(("
                                        + "select coalesce(sum(quantity), 0) from stock_movement m"
                                        + " where m.sku = o.sku and m.store_id = o.store_id and"
                                        + " reason = 'sale_completed' and from_location = 'STORE')"
                                        + " / 28, 4)"))
                .isZero();

        SellRates.refresh(server.database(), soldAt.plus(Duration.ofDays(29)));
        assertThat(number("select count(*) from online_stock where sells_per_day > 0")).isZero();
    }

    /// 4 on hand, 1 reserved, last heard 3 hours ago, 0.5 a day: 2 are kept back, 1 can be
    /// promised.
    @Test
    void aReservationTakesNoMoreThanCanBePromisedAndHeadOfficeSeesWhy() {
        shop.take("products", "sku,name_en,category\nAGED-1,Aged,body\n");
        shop.take("prices", "zone,sku,amount\nBR-SUDESTE,AGED-1,5.00\n");
        shop.stock("AGED-1", "4");
        assertThat(shop.guestWith("AGED-1", "1").checkout().status()).isEqualTo(201);
        run("insert into online_stock (store_id, sku, sells_per_day) values ('S1', 'AGED-1', 0.5)");
        run("update store_contact set last_contact = now() - interval '3 hours'");

        JsonNode line =
                server.admin().get("/api/admin/v1/stock?number=aged1").json().at("/items/0");
        assertThat(line.path("kept_back").asText()).isEqualTo("2");
        assertThat(line.path("sells_per_day").asText()).isEqualTo("0.50");
        assertThat(line.path("available").asText()).isEqualTo("1");
        assertThat(shop.guestWith("AGED-1", "2").checkout().code()).isEqualTo("out_of_stock");
        Guest last = shop.guestWith("AGED-1", "1");
        assertThat(last.checkout().status()).isEqualTo(201);

        run("update store_contact set last_contact = now() - interval '5 hours'");
        assertThat(shop.guestWith("AGED-1", "1").checkout().code()).isEqualTo("out_of_stock");
        run("update store_contact set last_contact = now()");
        assertThat(shop.guestWith("AGED-1", "2").checkout().status()).isEqualTo(201);
    }

    private static long safety(double perDay, int minutes) {
        return number(
                "select km_safety("
                        + perDay
                        + ", timestamptz '2026-11-22 12:00Z', timestamptz '2026-11-22 12:00Z' +"
                        + " interval '"
                        + minutes
                        + " minutes')");
    }

    private static long quantile(double perDay, int minutes) {
        double mean = minutes <= 2 ? 0 : perDay * minutes / 600.0;
        double term = Math.exp(-mean);
        double sum = term;
        int k = 0;
        while (sum < 0.99) {
            k++;
            term *= mean / k;
            sum += term;
        }
        return k;
    }

    private static long number(String sql) {
        return server.database()
                .inTransaction(
                        TEST,
                        session -> Sql.first(session, sql, row -> row.getLong(1)).orElseThrow());
    }

    private static Instant one(String sql) {
        return server.database()
                .inTransaction(
                        TEST,
                        session ->
                                Sql.first(session, sql, row -> row.getTimestamp(1).toInstant())
                                        .orElseThrow());
    }

    private static void run(String sql) {
        server.database().execute(TEST, session -> Sql.update(session, sql));
    }
}
