package kmmotos.server.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.Sale;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestServer;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Quotes that one shop made and another is asked about.
class QuoteIT {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Quote quote(TestTill till, long n) {
        Sale sale = till.sale();
        return new Quote(
                UUID.randomUUID(),
                Quote.number(till.till().storeId(), till.till().number(), n),
                sale.store(),
                sale.device(),
                sale.businessDay(),
                sale.at(),
                sale.businessDay().plusDays(30),
                sale.staffId(),
                Optional.empty(),
                "Oficina",
                sale.lines(),
                sale.total(),
                "");
    }

    @Test
    void aTillOfAnotherShopFindsAQuoteByItsNumberAndHeadOfficeSeesIt() {
        TestTill maker = TestTill.enrol(server, SampleStores.SAO_PAULO, 81);
        TestTill other = TestTill.enrol(server, SampleStores.LISBON, 81);
        Quote quote = quote(maker, 1);
        maker.tell(new Event.QuoteMade(quote));

        String path = "/sync/v1/devices/%s/quotes/".formatted(other.till().deviceId());
        assertThat(other.get(path + quote.number()).as(Quote.class)).isEqualTo(quote);
        assertThat(other.get(path + "Q-S1-81-000002").code()).isEqualTo("unknown_quote");
        assertThat(
                        other.get(
                                        path.replace(
                                                        other.till().deviceId().toString(),
                                                        maker.till().deviceId().toString())
                                                + quote.number())
                                .status())
                .isEqualTo(403);
        JsonNode listed = server.admin().get("/api/admin/v1/quotes?page_size=100").json();
        assertThat(listed.at("/items/0/number").asText()).isEqualTo(quote.number());
        assertThat(listed.at("/items/0/customer").asText()).isEqualTo("Oficina");
    }

    @Test
    void aTillTellsOfNoOtherTillsQuotes() {
        TestTill till = TestTill.enrol(server, SampleStores.SAO_PAULO, 82);
        TestTill other = TestTill.enrol(server, SampleStores.LISBON, 82);
        till.record(new Event.QuoteMade(quote(other, 1)));

        assertThat(((UploadAnswer.Ack) till.uploadAll()).quarantined())
                .extracting(UploadAnswer.Quarantined::code)
                .containsExactly("effect_failed");
    }
}
