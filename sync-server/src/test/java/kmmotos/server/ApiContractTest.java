package kmmotos.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import kmmotos.server.ApiContract.Exchange;
import org.junit.jupiter.api.Test;

class ApiContractTest {

    @Test
    void whatIsAsTheFileSaysPasses() {
        assertThatCode(() -> ApiContract.check(answer("{\"status\":\"UP\"}")))
                .doesNotThrowAnyException();
    }

    @Test
    void anAnswerOfAnotherShapeFails() {
        assertThatThrownBy(() -> ApiContract.check(answer("{\"status\":\"MAYBE\"}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not as the OpenAPI file says");
    }

    @Test
    void aMemberThatTheFileDoesNotHaveFails() {
        assertThatThrownBy(() ->
                        ApiContract.check(
                                new Exchange(
                                        "GET",
                                        "/api/shop/v1/brands",
                                        new byte[0],
                                        200,
                                        "application/json",
                                        utf8("{\"items\":[],\"more\":1}"))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aRouteThatTheFileDoesNotHaveFails() {
        assertThatThrownBy(() ->
                        ApiContract.check(
                                new Exchange(
                                        "GET",
                                        "/api/shop/v1/secrets",
                                        new byte[0],
                                        200,
                                        "application/json",
                                        utf8("{}"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no such operation");
    }

    @Test
    void aTakenRequestOfAnotherShapeFails() {
        assertThatThrownBy(() ->
                        ApiContract.check(
                                new Exchange(
                                        "POST",
                                        "/api/shop/v1/tokens",
                                        utf8("{\"login\":1}"),
                                        200,
                                        "application/json",
                                        utf8(
                                                "{\"access_token\":\"a\",\"expires_in_seconds\":1,"
                                                        + "\"refresh_token\":\"b\"}"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("request");
    }

    private static Exchange answer(String json) {
        return new Exchange(
                "GET", "/health/live", new byte[0], 200, "application/json", utf8(json));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
