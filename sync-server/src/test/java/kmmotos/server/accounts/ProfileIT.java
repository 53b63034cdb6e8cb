package kmmotos.server.accounts;

import static kmmotos.server.accounts.ShopCustomer.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What customers tell of themselves, and their address book.
class ProfileIT {

    private static final String BOOK = SHOP + "/me/addresses";

    @RegisterExtension static final TestServer SERVER = TestServer.start();

    private static Map<String, Object> address(String country, String region, String code) {
        Map<String, String> address =
                new HashMap<>(
                        Map.of("name", "Ana", "line", "Road 1", "city", "X", "country", country));
        if (!region.isEmpty()) {
            address.put("region", region);
        }
        if (!code.isEmpty()) {
            address.put("postal_code", code);
        }
        return Map.of("address", address, "for_delivery", true);
    }

    @Test
    void aProfileIsChangedPartByPart() {
        TestClient ana = ShopCustomer.register(SERVER, "ana").signedIn();

        ana.patch(SHOP + "/me", Map.of("name", "Ana Souza", "phone", "+55 11 9"));
        JsonNode me = ana.patch(SHOP + "/me", Map.of("language", "pt-BR", "phone", "")).json();

        assertThat(me.path("name").asText()).isEqualTo("Ana Souza");
        assertThat(me.path("language").asText()).isEqualTo("pt-BR");
        assertThat(me.has("phone")).isFalse();
        assertThat(ana.get(SHOP + "/me").json()).isEqualTo(me);
        assertThat(ana.patch(SHOP + "/me", Map.of("name", " ")).code())
                .isEqualTo("invalid_profile");
    }

    @Test
    void aConsentNeedsAConfirmedAddressAndKeepsItsMoment() {
        ShopCustomer bia = ShopCustomer.register(SERVER, "bia");
        TestClient her = bia.signedIn();
        Map<String, Boolean> yes = Map.of("marketing_consent", true);

        assertThat(her.patch(SHOP + "/me", yes).code()).isEqualTo("email_unverified");
        SERVER.client()
                .post(SHOP + "/customers/verifications", Map.of("token", bia.token("confirme")));
        JsonNode given = her.patch(SHOP + "/me", yes).json().path("consent");

        assertThat(given.path("given").asBoolean()).isTrue();
        assertThat(her.patch(SHOP + "/me", yes).json().path("consent")).isEqualTo(given);
        assertThat(
                        her.patch(SHOP + "/me", Map.of("marketing_consent", false))
                                .json()
                                .at("/consent/given")
                                .asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "BR, SP, 01304-001, 201",
        "BR, '', 01304-001, 422",
        "BR, SP, 1304, 422",
        "PT, '', 1000-001, 201",
        "PT, '', 1000, 422",
        "ES, '', 28001, 201",
        "ES, '', '', 422",
        "US, NY, 10001-1234, 201",
        "US, '', 10001, 422",
        "DE, '', 10115, 201",
        "DE, '', 1011, 422",
        "FR, '', 75001, 201",
        "FR, '', 7500A, 422",
        "GB, '', SW1A 1AA, 201",
        "GB, '', 12345, 422",
        "IE, '', '', 201",
        "IE, '', D02 AF30, 201",
        "XX, '', '', 422"
    })
    void anAddressHasWhatItsCountryNeeds(String country, String region, String code, int status) {
        TestClient ana = ShopCustomer.register(SERVER, "ana").signedIn();

        assertThat(ana.post(BOOK, address(country, region, code)).status()).isEqualTo(status);
    }

    @Test
    void oneAddressIsProposedAtATimeAndOthersNeverSeeIt() {
        TestClient ana = ShopCustomer.register(SERVER, "ana").signedIn();
        TestClient bob = ShopCustomer.register(SERVER, "bob").signedIn();
        JsonNode first = ana.post(BOOK, address("DE", "", "10115")).json();
        JsonNode second = ana.post(BOOK, address("FR", "", "75001")).json();
        String firstPath = BOOK + "/" + first.path("address_id").asText();

        JsonNode book = ana.get(BOOK).json().path("items");
        assertThat(book.get(0).path("for_delivery").asBoolean()).isFalse();
        assertThat(book.get(1)).isEqualTo(second);
        assertThat(bob.get(BOOK).json().path("items")).isEmpty();
        assertThat(bob.put(firstPath, address("DE", "", "10117")).status()).isEqualTo(404);
        assertThat(bob.delete(firstPath).status()).isEqualTo(404);
        assertThat(ana.put(firstPath, address("DE", "", "10117")).status()).isEqualTo(200);
        assertThat(ana.get(BOOK).json().at("/items/0/address/postal_code").asText())
                .isEqualTo("10117");
        assertThat(ana.delete(firstPath).status()).isEqualTo(204);
        assertThat(ana.get(BOOK).json().path("items")).hasSize(1);
    }

    @Test
    void aBookHasFiftyAddresses() {
        ShopCustomer caio = ShopCustomer.register(SERVER, "caio");
        TestClient his = caio.signedIn();
        UUID id = UUID.fromString(his.get(SHOP + "/me").json().path("customer_id").asText());
        his.post(BOOK, address("DE", "", "10115"));
        SERVER.change(
                "insert into customer_address select gen_random_uuid(), customer_id, document,"
                        + " false, false, created_at from customer_address, generate_series(1, 49)"
                        + " where customer_id = ?",
                id);

        assertThat(his.post(BOOK, address("DE", "", "10115")).code())
                .isEqualTo("too_many_addresses");
    }
}
