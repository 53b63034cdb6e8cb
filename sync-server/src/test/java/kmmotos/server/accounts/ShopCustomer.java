package kmmotos.server.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;

/// A customer who registered under an address of their own.
///
/// @param server where they did
record ShopCustomer(TestServer server, String email) {

    static final String SHOP = "/api/shop/v1";
    static final String PASSWORD = "ten chars or more";

    private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9_-]{43})");

    static ShopCustomer register(TestServer server, String name) {
        ShopCustomer customer =
                new ShopCustomer(server, name + "-" + UUID.randomUUID() + "@example.com");
        TestClient.Reply made =
                server.client()
                        .with("Accept-Language", "pt-BR")
                        .post(
                                SHOP + "/customers",
                                Map.of(
                                        "name",
                                        name,
                                        "email",
                                        customer.email,
                                        "password",
                                        PASSWORD));
        if (made.status() != 201) {
            throw new AssertionError(made.text());
        }
        return customer;
    }

    TestClient.Reply tries(String password) {
        return server.client()
                .with("User-Agent", "Shop app/1")
                .post(SHOP + "/tokens", Map.of("login", email, "password", password));
    }

    JsonNode tokens() {
        return tries(PASSWORD).json();
    }

    TestClient signedIn() {
        return server.client().bearer(tokens().path("access_token").asText());
    }

    TestClient.Reply refresh(JsonNode tokens) {
        return server.client()
                .post(
                        SHOP + "/tokens/refresh",
                        Map.of("refresh_token", tokens.path("refresh_token").asText()));
    }

    long mails() {
        return server.number(
                "select count(*) from mail_outbox where document::jsonb ->> 'to' = ?", email);
    }

    /// The text of the newest mail whose subject holds these letters.
    String mail(String subject) {
        return server.read(
                        "select document::jsonb ->> 'text' from mail_outbox where document::jsonb"
                                + " ->> 'to' = ? and document::jsonb ->> 'subject' like ?"
                                + " order by asked_at desc limit 1",
                        row -> row.getString(1),
                        email,
                        "%" + subject + "%")
                .orElseThrow();
    }

    String token(String subject) {
        Matcher token = TOKEN.matcher(mail(subject));
        if (!token.find()) {
            throw new AssertionError("no link in " + mail(subject));
        }
        return token.group(1);
    }
}
