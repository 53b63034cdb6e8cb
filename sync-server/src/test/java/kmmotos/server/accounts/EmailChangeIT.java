package kmmotos.server.accounts;

import static kmmotos.server.accounts.ShopCustomer.PASSWORD;
import static kmmotos.server.accounts.ShopCustomer.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Another address to sign in with.
class EmailChangeIT {

    @RegisterExtension static final TestServer SERVER = TestServer.start();

    private static TestClient.Reply ask(TestClient client, String email) {
        return client.put(SHOP + "/me/email", Map.of("email", email, "current_password", PASSWORD));
    }

    private static TestClient.Reply confirm(String token) {
        return SERVER.client().post(SHOP + "/email-changes/confirm", Map.of("token", token));
    }

    private static ShopCustomer at(String name) {
        return new ShopCustomer(SERVER, name + "-" + UUID.randomUUID() + "@example.com");
    }

    @Test
    void theNewAddressHoldsFromTheMomentItIsShownToBeTheirs() {
        ShopCustomer before = ShopCustomer.register(SERVER, "ana");
        TestClient client = before.signedIn().with("Accept-Language", "pt-BR");
        ShopCustomer after = at("ana.souza");
        String oldLink = before.token("confirme");

        assertThat(ask(client, after.email()).status()).isEqualTo(202);
        assertThat(before.tries(PASSWORD).status()).as("nothing changed yet").isEqualTo(200);
        String token = after.token("entre com este endereço");
        assertThat(confirm(token).status()).isEqualTo(204);

        assertThat(before.tries(PASSWORD).status()).isEqualTo(401);
        assertThat(after.tries(PASSWORD).status()).isEqualTo(200);
        assertThat(after.signedIn().get(SHOP + "/me").json().path("email").asText())
                .isEqualTo(after.email());
        assertThat(after.signedIn().get(SHOP + "/me/account").json().path("verified").asBoolean())
                .isTrue();
        assertThat(before.mail("another address")).contains("another e-mail address");
        assertThat(confirm(token).code()).isEqualTo("invalid_link");
        assertThat(
                        SERVER.client()
                                .post(SHOP + "/customers/verifications", Map.of("token", oldLink))
                                .status())
                .as("a link to the address before")
                .isEqualTo(400);
    }

    @Test
    void aTakenAddressGetsNoMailAndTheAnswerDoesNotTell() {
        ShopCustomer bia = ShopCustomer.register(SERVER, "bia");
        ShopCustomer owner = ShopCustomer.register(SERVER, "owner");
        long before = owner.mails();

        assertThat(ask(bia.signedIn(), owner.email().toUpperCase(java.util.Locale.ROOT)).status())
                .isEqualTo(202);
        assertThat(owner.mails()).isEqualTo(before);
    }

    @Test
    void whoRegistersFirstKeepsTheAddress() {
        ShopCustomer caio = ShopCustomer.register(SERVER, "caio");
        ShopCustomer wanted = at("wanted");
        ask(caio.signedIn(), wanted.email());
        String token = wanted.token("sign in with this address");
        SERVER.client()
                .post(
                        SHOP + "/customers",
                        Map.of("name", "Other", "email", wanted.email(), "password", PASSWORD));

        assertThat(confirm(token).code()).isEqualTo("email_taken");
        assertThat(caio.tries(PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void itNeedsThePasswordAndAnAddress() {
        TestClient davi = ShopCustomer.register(SERVER, "davi").signedIn();

        assertThat(
                        davi.put(
                                        SHOP + "/me/email",
                                        Map.of(
                                                "email",
                                                "new@example.com",
                                                "current_password",
                                                "not this"))
                                .code())
                .isEqualTo("wrong_password");
        assertThat(ask(davi, "no address").json().path("errors").findValuesAsText("code"))
                .containsExactly("invalid_email");
    }

    @Test
    void noMoreThanThreeMailsGoOutWithinAnHour() {
        TestClient eva = ShopCustomer.register(SERVER, "eva").signedIn();
        ShopCustomer victim = at("victim");
        for (int i = 0; i < 5; i++) {
            assertThat(ask(eva, victim.email()).status()).isEqualTo(202);
        }
        assertThat(victim.mails()).isEqualTo(3);
    }
}
