package kmmotos.server.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.Tender;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.ForeignCount;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Dollars at a shop whose money is reais: 63 at 5.40 for 338.70, with 1.50 back.
class ForeignCashIT {

    private static TestServer server;
    private static int number = 270;
    private TestTill till;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void enrol() {
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, ++number);
    }

    private static Reply set(String store, Object... rates) {
        return server.admin()
                .put("/api/admin/v1/foreign-rates/" + store, Map.of("rates", List.of(rates)));
    }

    private static Map<String, String> rate(String currency, String rate, String from) {
        return Map.of("currency", currency, "rate", rate, "from", from);
    }

    @Test
    void theTillsOfTheStoreHearOfRatesAndANewOneBeginsWithThem() {
        Reply reply = set("S1", rate("USD", "5.40", "2026-11-20"), rate("ARS", "0", "2026-11-20"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);

        assertThat(till.told(Policy.ForeignRatesChanged.class).getLast().rates().rates())
                .hasSize(2);
        assertThat(till.snapshot()).anyMatch(line -> line.contains("foreign_rates_changed"));
        JsonNode items = server.admin().get("/api/admin/v1/foreign-rates").json().path("items");
        assertThat(items.at("/0/rates/0/rate").asText()).isEqualTo("5.40");
    }

    @Test
    void whatIsNoRateIsRefused() {
        assertThat(set("S1", rate("BRL", "1", "2026-11-20")).code()).isEqualTo("own_currency");
        assertThat(set("NOWHERE", rate("USD", "1", "2026-11-20")).code())
                .isEqualTo("unknown_store");
        assertThat(set("S1", rate("USD", "1", "2026-11-20"), rate("USD", "2", "2026-11-20")).code())
                .isEqualTo("rate_twice");
        assertThat(set("S1", rate("USD", "-1", "2026-11-20")).status()).isEqualTo(400);
        assertThat(set("S1", rate("XX", "1", "2026-11-20")).status()).isEqualTo(400);
    }

    @Test
    void aShiftWithForeignCashIsProvedAndItsDifferenceShown() {
        UUID shift = UUID.randomUUID();
        Sale sale = sale(shift);
        ShiftTotals totals = ShiftTotals.none(SampleStores.BRL).plus(sale);
        till.record(new Event.ShiftOpened(opening(shift)));
        till.record(new Event.SaleCompleted(sale));
        till.uploadAll();
        assertThat(shift("/cash?page_size=100", shift).at("/cash/amount").asText())
                .isEqualTo("98.50");

        Money dollars = totals.foreignInDrawer().values().iterator().next();
        Money counted = Money.parse("60.00", dollars.currency());
        till.record(
                new Event.ShiftClosed(
                        closing(
                                shift,
                                totals,
                                List.of(new ForeignCount(dollars, counted, List.of())))));
        var answer = (UploadAnswer.Ack) till.uploadAll();

        assertThat(answer.quarantined()).isEmpty();
        JsonNode shown = shift("/cash/shifts?page_size=100", shift);
        assertThat(shown.path("proved").asBoolean()).isTrue();
        assertThat(shown.at("/foreign/0/expected/amount").asText()).isEqualTo("63.00");
        assertThat(shown.at("/foreign/0/counted/amount").asText()).isEqualTo("60.00");
        assertThat(shown.at("/difference/amount").asText()).isEqualTo("0.00");
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    private static JsonNode shift(String path, UUID shift) {
        JsonNode page = server.admin().get("/api/admin/v1" + path).json();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(one -> one.path("shift_id").asText().equals(shift.toString()))
                .findFirst()
                .orElseThrow();
    }

    private Sale sale(UUID shift) {
        Sale sample = till.sale();
        Tender paid =
                new Tender.ForeignCash(
                        sample.total(),
                        Money.parse("63.00", java.util.Currency.getInstance("USD")),
                        new BigDecimal("5.40"),
                        Money.parse("1.50", SampleStores.BRL));
        return SampleSales.inShift(SampleSales.paid(sample, List.of(paid), sample.total()), shift);
    }

    private ShiftOpening opening(UUID shift) {
        return new ShiftOpening(
                shift,
                till.till().storeId(),
                till.till().deviceId(),
                SamplePrices.DAY,
                Instant.now(),
                SampleStaff.ANA.staffId(),
                Money.parse("100.00", SampleStores.BRL));
    }

    private ShiftClosing closing(UUID shift, ShiftTotals totals, List<ForeignCount> foreign) {
        Money expected = Money.parse("100.00", SampleStores.BRL).plus(totals.cashInDrawer());
        return new ShiftClosing(
                shift,
                till.till().storeId(),
                till.till().deviceId(),
                Instant.now(),
                SampleStaff.ANA.staffId(),
                new ZReport(
                        1,
                        shift,
                        till.incarnation(),
                        1,
                        2,
                        totals,
                        expected,
                        expected,
                        List.of(),
                        Optional.empty(),
                        foreign));
    }
}
