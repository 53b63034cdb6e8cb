package kmmotos.server.accounts;

import static kmmotos.server.accounts.ShopCustomer.PASSWORD;
import static kmmotos.server.accounts.ShopCustomer.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kmmotos.model.staff.Role;
import kmmotos.server.TestServer;
import kmmotos.server.mails.Outbox;
import kmmotos.server.storage.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Addresses, passwords and sessions of customers.
class AccountIT {

    private static final String ANOTHER = "another good password";

    @RegisterExtension
    static final TestServer SERVER =
            TestServer.start(Map.of("km.shop.url", "https://loja.example.com"));

    private static List<Integer> atOnce(Supplier<Integer> call) {
        return IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(call))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static int verify(String token) {
        return SERVER.client()
                .post(SHOP + "/customers/verifications", Map.of("token", token))
                .status();
    }

    private static int ask(String route, String email) {
        return SERVER.client().post(SHOP + route, Map.of("email", email)).status();
    }

    private static int reset(String token, String password) {
        return SERVER.client()
                .post(
                        SHOP + "/password-resets/confirm",
                        Map.of("token", token, "password", password))
                .status();
    }

    @Test
    void whoRegistersGetsALinkInTheirLanguageThatConfirmsTheirAddressOnce() {
        ShopCustomer ana = ShopCustomer.register(SERVER, "ana");
        JsonNode before = ana.signedIn().get(SHOP + "/me/account").json();
        String text = ana.mail("confirme seu e-mail");
        String token = ana.token("confirme");

        assertThat(before.path("verified").asBoolean()).isFalse();
        assertThat(text).contains("https://loja.example.com/account/verify#token=");
        assertThat(verify(token)).isEqualTo(204);
        JsonNode after = ana.signedIn().get(SHOP + "/me/account").json();
        assertThat(after.path("verified").asBoolean()).isTrue();
        assertThat(after.path("login").asText()).isEqualTo(ana.email());
        assertThat(verify(token)).isEqualTo(400);
    }

    @Test
    void ofManyWhoShowOneLinkAtOnceOneIsTaken() {
        ShopCustomer bia = ShopCustomer.register(SERVER, "bia");
        String token = bia.token("confirme");

        assertThat(atOnce(() -> verify(token))).containsOnlyOnce(204).contains(400);
    }

    @Test
    void noMoreThanThreeLinksGoOutWithinAnHourHoweverManyAskAtOnce() {
        ShopCustomer caio = ShopCustomer.register(SERVER, "caio");

        assertThat(atOnce(() -> ask("/customers/verifications/mails", caio.email())))
                .containsOnly(202);
        assertThat(caio.mails()).isEqualTo(3);
    }

    @Test
    void nobodyLearnsWhetherAnAddressIsRegistered() {
        ShopCustomer davi = ShopCustomer.register(SERVER, "davi");
        var known = SERVER.client().post(SHOP + "/password-resets", Map.of("email", davi.email()));
        var unknown =
                SERVER.client().post(SHOP + "/password-resets", Map.of("email", "no@example.com"));

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
        assertThat(unknown.text()).isEqualTo(known.text()).isEmpty();
        assertThat(new ShopCustomer(SERVER, "no@example.com").mails()).isZero();
    }

    @Test
    void aLinkThatExpiredIsRefusedAndItsMailIsNotSentAnyMore() {
        ShopCustomer eva = ShopCustomer.register(SERVER, "eva");
        String token = eva.token("confirme");
        SERVER.change(
                "update mail_outbox set good_until = asked_at where document::jsonb ->> 'to' = ?",
                eva.email());
        Outbox.sweep(SERVER.database(), Instant.now().plus(Duration.ofDays(3)));

        assertThat(eva.mail("confirme")).isEmpty();
        SERVER.change(
                "insert into mailed_token select sha256(convert_to('too late', 'UTF8')), purpose,"
                        + " account_id, address, issued_at, issued_at from mailed_token"
                        + " where address = ?",
                eva.email());
        assertThat(verify("too late")).isEqualTo(400);
        assertThat(verify(token)).isEqualTo(204);
    }

    @Test
    void theDatabaseHoldsNoTokenInTheClearAndOthersSeeNoMailAboutAnAccount() {
        ShopCustomer fabi = ShopCustomer.register(SERVER, "fabi");
        Caller head =
                new Caller.Staff(new java.util.UUID(0, 1), Role.HEAD_OFFICE, java.util.Set.of());

        assertThat(
                        SERVER.number(
                                "select count(*) from mailed_token where address = ? and token_hash ="
                                        + " sha256(convert_to(?, 'UTF8'))",
                                fabi.email(),
                                fabi.token("confirme")))
                .isEqualTo(1);
        assertThat(
                        SERVER.numberFor(
                                head, "select count(*) from mail_outbox where store_id is null"))
                .isZero();
        assertThat(SERVER.numberFor(head, "select count(*) from mailed_token")).isZero();
        assertThat(SERVER.admin().get("/api/admin/v1/mails").text()).doesNotContain(fabi.email());
    }

    @Test
    void aNewPasswordByMailEndsEverySessionAndTellsTheOwner() {
        ShopCustomer gil = ShopCustomer.register(SERVER, "gil");
        JsonNode session = gil.tokens();
        assertThat(ask("/password-resets", gil.email().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(202);
        String token = gil.token("new password");

        assertThat(reset(token, "short")).isEqualTo(400);
        assertThat(atOnce(() -> reset(token, ANOTHER))).containsOnlyOnce(204).contains(400);

        assertThat(gil.refresh(session).status()).isEqualTo(401);
        assertThat(gil.tries(PASSWORD).status()).isEqualTo(401);
        var tokens = gil.tries(ANOTHER);
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(gil.mail("your password was changed")).contains("signed out");
        assertThat(
                        SERVER.client()
                                .bearer(tokens.json().path("access_token").asText())
                                .get(SHOP + "/me/account")
                                .json()
                                .path("verified")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void aChangedPasswordEndsAllSessionsButTheNewOne() {
        ShopCustomer hugo = ShopCustomer.register(SERVER, "hugo");
        JsonNode phone = hugo.tokens();
        var wrong =
                hugo.signedIn()
                        .put(
                                SHOP + "/me/password",
                                Map.of("current_password", "not this", "password", ANOTHER));
        var changed =
                hugo.signedIn()
                        .put(
                                SHOP + "/me/password",
                                Map.of("current_password", PASSWORD, "password", ANOTHER));

        assertThat(wrong.code()).isEqualTo("wrong_password");
        assertThat(wrong.header("RateLimit")).startsWith("\"sign-in\";r=4");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(hugo.refresh(phone).status()).isEqualTo(401);
        assertThat(hugo.refresh(changed.json()).status()).isEqualTo(200);
        assertThat(hugo.tries(PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void oneSeesWhereOneIsSignedInAndSignsOutThereOrEverywhere() {
        ShopCustomer ines = ShopCustomer.register(SERVER, "ines");
        JsonNode first = ines.tokens();
        JsonNode second = ines.tokens();
        var me = SERVER.client().bearer(second.path("access_token").asText());
        JsonNode refreshed = ines.refresh(first).json();
        JsonNode sessions = me.get(SHOP + "/me/sessions").json().path("items");

        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).path("user_agent").asText()).isEqualTo("Shop app/1");
        String one = sessions.get(0).path("session_id").asText();
        assertThat(me.delete(SHOP + "/me/sessions/" + one).status()).isEqualTo(204);
        assertThat(ines.refresh(refreshed).status()).isEqualTo(401);
        assertThat(
                        ShopCustomer.register(SERVER, "jo")
                                .signedIn()
                                .delete(
                                        SHOP
                                                + "/me/sessions/"
                                                + sessions.get(1).path("session_id").asText())
                                .status())
                .isEqualTo(404);
        assertThat(me.delete(SHOP + "/me/sessions").status()).isEqualTo(204);
        assertThat(ines.refresh(second).status()).isEqualTo(401);
    }

    @Test
    void eachLockOutIsLongerUntilANewPasswordByMail() {
        ShopCustomer kai = ShopCustomer.register(SERVER, "kai");
        for (int attempt = 0; attempt < 5; attempt++) {
            kai.tries("not the password");
        }
        int first = Integer.parseInt(kai.tries(PASSWORD).header("Retry-After"));
        SERVER.change(
                "update sign_in_attempt set at = at - interval '16 minutes' where login = ?",
                "customer:" + kai.email());
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(kai.tries("not the password").status()).isEqualTo(401);
        }
        int second = Integer.parseInt(kai.tries(PASSWORD).header("Retry-After"));

        assertThat(first).isBetween(600, 900);
        assertThat(second).isBetween(1500, 1800);
        ask("/password-resets", kai.email());
        assertThat(reset(kai.token("new password"), ANOTHER)).isEqualTo(204);
        assertThat(kai.tries(ANOTHER).status()).isEqualTo(200);
    }
}
