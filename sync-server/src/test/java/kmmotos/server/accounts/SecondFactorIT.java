package kmmotos.server.accounts;

import static kmmotos.server.accounts.ShopCustomer.PASSWORD;
import static kmmotos.server.accounts.ShopCustomer.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Codes of an authenticator app beside the password.
class SecondFactorIT {

    private static final String FACTOR = SHOP + "/me/second-factor";

    @RegisterExtension static final TestServer SERVER = TestServer.start();

    /// A customer with an app.
    private record Rider(ShopCustomer customer, TestClient client, String secret) {

        static Rider begin(String name) {
            ShopCustomer customer = ShopCustomer.register(SERVER, name);
            TestClient client = customer.signedIn();
            var begun = client.post(FACTOR, Map.of("current_password", PASSWORD));
            assertThat(begun.status()).isEqualTo(201);
            return new Rider(customer, client, begun.json().path("secret").asText());
        }

        /// What the app shows, or will show after so many intervals.
        String code(int later) {
            try {
                var codes = new TimeBasedOneTimePasswordGenerator();
                return codes.generateOneTimePasswordString(
                        new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm()),
                        Instant.now().plus(codes.getTimeStep().multipliedBy(later)));
            } catch (InvalidKeyException e) {
                throw new AssertionError(e);
            }
        }

        TestClient.Reply confirm(String code) {
            return client.post(FACTOR + "/confirm", Map.of("code", code));
        }

        TestClient.Reply signIn(String password, String code) {
            return SERVER.client()
                    .post(
                            SHOP + "/tokens",
                            Map.of("login", customer.email(), "password", password, "code", code));
        }
    }

    private static Stream<Integer> atOnce(java.util.function.Supplier<Integer> call) {
        return IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.supplyAsync(call))
                .toList()
                .stream()
                .map(CompletableFuture::join);
    }

    @Test
    void fromTheFirstGoodCodeOnSignInAsksForOne() {
        Rider ana = Rider.begin("ana");
        assertThat(ana.customer().tries(PASSWORD).status())
                .as("nothing is asked for before")
                .isEqualTo(200);
        assertThat(ana.confirm("000000").code()).isEqualTo("code_refused");
        assertThat(ana.confirm(ana.code(0)).json().path("recovery_codes")).hasSize(10);

        TestClient.Reply without = ana.customer().tries(PASSWORD);
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.code()).isEqualTo("code_needed");
        assertThat(ana.signIn(PASSWORD, "000000").code()).isEqualTo("code_refused");
        assertThat(ana.signIn("another password", ana.code(1)).code()).isEqualTo("sign_in_refused");
        assertThat(ana.signIn(PASSWORD, ana.code(1)).status()).isEqualTo(200);
        assertThat(ana.client().get(SHOP + "/me/account").json().path("second_factor").asBoolean())
                .isTrue();
        assertThat(ana.customer().mail("asks for a code")).contains("recovery codes");
    }

    @Test
    void aCodeIsGoodOnceAlsoForThoseWhoShowItAtOnce() {
        Rider bia = Rider.begin("bia");
        bia.confirm(bia.code(0));
        String code = bia.code(1);

        assertThat(atOnce(() -> bia.signIn(PASSWORD, code).status())).containsOnlyOnce(200);
    }

    @Test
    void aCodeOnPaperIsGoodOnceInPlaceOfTheApp() {
        Rider caio = Rider.begin("caio");
        JsonNode paper = caio.confirm(caio.code(0)).json().path("recovery_codes");
        String code = paper.get(3).asText();

        assertThat(code).matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}");
        String typed = code.replace("-", " ").toLowerCase(java.util.Locale.ROOT);
        assertThat(caio.signIn(PASSWORD, typed).status()).isEqualTo(200);
        assertThat(caio.signIn(PASSWORD, code).code()).isEqualTo("code_refused");
    }

    @Test
    void fiveWrongCodesMakeTheLoginWait() {
        Rider davi = Rider.begin("davi");
        davi.confirm(davi.code(0));
        IntStream.range(0, 5).forEach(_ -> davi.signIn(PASSWORD, "000000"));

        assertThat(davi.signIn(PASSWORD, davi.code(1)).code()).isEqualTo("too_many_attempts");
    }

    @Test
    void takingTheAppOffNeedsPasswordAndCode() {
        Rider eva = Rider.begin("eva");
        eva.confirm(eva.code(0));
        Map<String, String> password = Map.of("current_password", PASSWORD);
        assertThat(eva.client().post(FACTOR + "/removal", password).code())
                .isEqualTo("code_needed");
        assertThat(eva.client().post(FACTOR, password).code())
                .as("and so does another app")
                .isEqualTo("code_needed");
        assertThat(
                        eva.client()
                                .post(
                                        FACTOR + "/removal",
                                        Map.of("current_password", PASSWORD, "code", eva.code(1)))
                                .status())
                .isEqualTo(204);
        assertThat(eva.customer().tries(PASSWORD).status()).isEqualTo(200);
        assertThat(eva.customer().mail("no code any more")).contains("the password is enough");
    }

    @Test
    void headOfficeHelpsWhoLostAppAndPaper() {
        Rider gil = Rider.begin("gil");
        gil.confirm(gil.code(0));
        String id = gil.client().get(SHOP + "/me").json().path("customer_id").asText();

        assertThat(
                        SERVER.admin()
                                .delete("/api/admin/v1/customers/" + id + "/second-factor")
                                .status())
                .isEqualTo(204);
        assertThat(gil.customer().tries(PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theDatabaseHoldsNoSecretInTheClear() {
        Rider fabi = Rider.begin("fabi");
        JsonNode paper = fabi.confirm(fabi.code(0)).json().path("recovery_codes");

        assertThat(
                        SERVER.number(
                                "select count(*) from second_factor where position(? in secret) > 0",
                                new Base32().decode(fabi.secret())))
                .isZero();
        assertThat(
                        SERVER.number(
                                "select count(*) from recovery_code where encode(code_hash, 'escape') = ?",
                                paper.get(0).asText()))
                .isZero();
        assertThat(SERVER.number("select count(*) from recovery_code")).isGreaterThanOrEqualTo(10);
    }
}
