package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import kmmotos.desktop.headoffice.ChainView.BackupState;
import kmmotos.desktop.headoffice.ChainView.DayTakings;
import kmmotos.desktop.headoffice.ChainView.Page;
import kmmotos.desktop.headoffice.ChainView.StockLine;
import kmmotos.desktop.headoffice.ChainView.TillState;
import kmmotos.desktop.headoffice.ChainView.Tokens;
import kmmotos.desktop.headoffice.ChainView.TotalTakings;
import kmmotos.desktop.headoffice.HeadOfficeFailed.Reason;
import kmmotos.desktop.sync.RequestSigner;
import kmmotos.model.sync.Json;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Speaks head office's part of the server's API. The tokens live in memory only. Throws
/// [HeadOfficeFailed]; every call waits for the network, so none belongs on the window's thread.
public final class HeadOfficeClient {
    private static final Logger log = LoggerFactory.getLogger(HeadOfficeClient.class);

    public static final int PAGE_SIZE = 100;

    /// No answer of these is larger; more is no KM Motos server.
    private static final long MAX_ANSWER_BYTES = 4L * 1024 * 1024;

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient http;
    private final HttpUrl api;
    private final HttpUrl atTills;
    private final Locale language;
    private final AtomicReference<Optional<Tokens>> tokens =
            new AtomicReference<>(Optional.empty());

    /// @param server its address, as the till has it from its enrolment
    /// @param language in which the server says why something can't be done
    public HeadOfficeClient(String server, Locale language) {
        this.language = language;
        HttpUrl address = HttpUrl.get(server.contains("://") ? server : "https://" + server);
        this.api = address.newBuilder().addPathSegments("api/admin/v1").build();
        this.atTills = address.newBuilder().addPathSegments("api/store/v1/tokens").build();
        this.http =
                new OkHttpClient.Builder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .callTimeout(Duration.ofSeconds(20))
                        .build();
    }

    public void signIn(String login, String password) {
        tokens.set(Optional.empty());
        var body = Map.of("login", login, "password", password);
        tokens.set(Optional.of(post("tokens", body, new TypeReference<Tokens>() {})));
    }

    /// For somebody who works at the till's store; their role decides what they may do.
    public void signInWithPin(RequestSigner till, UUID staffId, String pin) {
        tokens.set(Optional.empty());
        byte[] body = bytes(Map.of("staff_id", staffId.toString(), "pin", pin));
        Request request =
                new Request.Builder()
                        .url(atTills)
                        .header("Authorization", till.signature("POST", atTills, body))
                        .post(RequestBody.create(body, JSON))
                        .build();
        tokens.set(Optional.of(answer(request, new TypeReference<Tokens>() {})));
    }

    /// Forgets the session here and, if it can be reached, at the server.
    public void signOut() {
        Optional<Tokens> session = tokens.getAndSet(Optional.empty());
        session.ifPresent(old -> {
            try {
                call(request("tokens/revoke", refreshOf(old)).build()).close();
            } catch (HeadOfficeFailed unheard) {
                log.info("The server keeps the session until it ends by itself", unheard);
            }
        });
    }

    public boolean isSignedIn() {
        return tokens.get().isPresent();
    }

    /// @param number the beginning of a SKU, GTIN or part number; empty for all
    public Page<StockLine> stock(String number, Optional<String> cursor) {
        HttpUrl.Builder url = page("stock", cursor);
        if (!number.isBlank()) {
            url.addQueryParameter("number", number.strip());
        }
        return get(url, new TypeReference<>() {});
    }

    public Page<DayTakings> takings(LocalDate from, LocalDate until, Optional<String> cursor) {
        return get(days(page("takings", cursor), from, until), new TypeReference<>() {});
    }

    /// One for each currency.
    public List<TotalTakings> totals(LocalDate from, LocalDate until) {
        HttpUrl.Builder url = api.newBuilder().addPathSegments("takings/total");
        Page<TotalTakings> totals = get(days(url, from, until), new TypeReference<>() {});
        return totals.items();
    }

    public BackupState backup() {
        return get(api.newBuilder().addPathSegment("backup"), new TypeReference<>() {});
    }

    public List<TillState> tills() {
        Page<TillState> tills =
                get(api.newBuilder().addPathSegment("tills"), new TypeReference<>() {});
        return tills.items();
    }

    /// Those that are open; more than a page of them nobody can work off at once.
    public Page<ShortageView> shortages() {
        return get(page("stock/shortages", Optional.empty()), new TypeReference<>() {});
    }

    /// One, with what could be done about it.
    public ShortageView shortage(UUID caseId) {
        return get(
                api.newBuilder().addPathSegments("stock/shortages/" + caseId),
                new TypeReference<>() {});
    }

    /// @param key the same for every try, so that it is done once
    public void solve(UUID caseId, UUID key, Map<String, String> command) {
        Request.Builder request = request("stock/shortages/" + caseId + "/actions", command);
        Map<String, Object> _ =
                signedIn(
                        request.header("Idempotency-Key", key.toString()),
                        new TypeReference<>() {});
    }

    /// Whether everything that each register printed is on the server.
    public List<RegisterView> registers() {
        Page<RegisterView> registers =
                get(api.newBuilder().addPathSegment("completeness"), new TypeReference<>() {});
        return registers.items();
    }

    /// Drawers that are open, and those counted last; of each the first page.
    public AfterSaleView afterSale() {
        Page<AfterSaleView.Back> returns =
                get(page("returns", Optional.empty()), new TypeReference<>() {});
        Page<AfterSaleView.Lost> lost =
                get(page("lost-sales/totals", Optional.empty()), new TypeReference<>() {});
        return new AfterSaleView(returns.items(), lost.items());
    }

    public CashView cash() {
        Page<CashView.Open> open = get(page("cash", Optional.empty()), new TypeReference<>() {});
        Page<CashView.Closed> closed =
                get(page("cash/shifts", Optional.empty()), new TypeReference<>() {});
        return new CashView(open.items(), closed.items());
    }

    /// The work list of facts that wait for a person.
    public Page<ExceptionView> exceptions() {
        return get(page("event-exceptions", Optional.empty()), new TypeReference<>() {});
    }

    /// @param what `retry`, `dismiss` or `order`
    public void repair(UUID exceptionId, String what, Map<String, String> body) {
        Map<String, Object> _ =
                signedIn(
                        request("event-exceptions/" + exceptionId + "/" + what, body),
                        new TypeReference<>() {});
    }

    /// Credit and gift cards.
    AccountCalls accounts() {
        return new AccountCalls(this);
    }

    /// Signed coupons.
    CouponCalls coupons() {
        return new CouponCalls(this);
    }

    PromotionCalls promotions() {
        return new PromotionCalls(this);
    }

    ReorderCalls reorder() {
        return new ReorderCalls(this);
    }

    PurchaseCalls purchases() {
        return new PurchaseCalls(this);
    }

    HttpUrl.Builder at(String path) {
        return api.newBuilder().addPathSegments(path);
    }

    /// People and their badges.
    StaffCalls staff() {
        return new StaffCalls(this);
    }

    void delete(String path) {
        Map<String, Object> _ =
                signedIn(
                        new Request.Builder().url(at(path).build()).delete(),
                        new TypeReference<>() {});
    }

    void post(String path, Object body) {
        Map<String, Object> _ = answered(path, body, new TypeReference<>() {});
    }

    <T> T answered(String path, Object body, TypeReference<T> shape) {
        return signedIn(request(path, body), shape);
    }

    <T> T put(String path, Object body, TypeReference<T> shape) {
        return signedIn(
                new Request.Builder()
                        .url(at(path).build())
                        .put(RequestBody.create(bytes(body), JSON)),
                shape);
    }

    /// A file as the server wrote it.
    String text(HttpUrl.Builder url) {
        return signedIn(
                new Request.Builder().url(url.build()),
                response -> response.peekBody(MAX_ANSWER_BYTES).string());
    }

    HttpUrl.Builder page(String path, Optional<String> cursor) {
        HttpUrl.Builder url =
                api.newBuilder()
                        .addPathSegments(path)
                        .addQueryParameter("page_size", Integer.toString(PAGE_SIZE));
        cursor.ifPresent(value -> url.addQueryParameter("cursor", value));
        return url;
    }

    private static HttpUrl.Builder days(HttpUrl.Builder url, LocalDate from, LocalDate until) {
        return url.addQueryParameter("from", from.toString())
                .addQueryParameter("until", until.toString());
    }

    <T> T get(HttpUrl.Builder url, TypeReference<T> shape) {
        return signedIn(new Request.Builder().url(url.build()), shape);
    }

    /// An access token lives for minutes: when it has ended, the session is renewed once.
    private <T> T signedIn(Request.Builder request, Reader<T> reader) {
        try {
            return answer(authorized(request), reader);
        } catch (HeadOfficeFailed failure) {
            if (failure.reason() != Reason.SIGNED_OUT || !renew()) {
                throw failure;
            }
            return answer(authorized(request), reader);
        }
    }

    private <T> T signedIn(Request.Builder request, TypeReference<T> shape) {
        return signedIn(request, response -> read(response, shape));
    }

    /// Makes something of an answer.
    private interface Reader<T> {
        T read(Response response) throws IOException;
    }

    private static <T> T read(Response response, TypeReference<T> shape) throws IOException {
        return response.code() == 204
                ? Json.MAPPER.readValue("{}", shape)
                : Json.MAPPER.readValue(response.peekBody(MAX_ANSWER_BYTES).byteStream(), shape);
    }

    private Request authorized(Request.Builder request) {
        Tokens session =
                tokens.get()
                        .orElseThrow(() ->
                                new HeadOfficeFailed(
                                        Reason.SIGNED_OUT, "nobody is signed in", null));
        return request.header("Authorization", "Bearer " + session.accessToken())
                .header("Accept-Language", language.toLanguageTag())
                .build();
    }

    private boolean renew() {
        Optional<Tokens> old = tokens.get();
        if (old.isEmpty()) {
            return false;
        }
        try {
            tokens.set(
                    Optional.of(
                            post(
                                    "tokens/refresh",
                                    refreshOf(old.get()),
                                    new TypeReference<>() {})));
            return true;
        } catch (HeadOfficeFailed failure) {
            if (failure.reason() == Reason.SIGN_IN_REFUSED) {
                tokens.set(Optional.empty());
                return false;
            }
            throw failure;
        }
    }

    private static Map<String, String> refreshOf(Tokens session) {
        return Map.of("refresh_token", session.refreshToken());
    }

    private <T> T post(String path, Map<String, String> body, TypeReference<T> shape) {
        return answer(request(path, body).build(), shape);
    }

    private Request.Builder request(String path, Object body) {
        return new Request.Builder()
                .url(api.newBuilder().addPathSegments(path).build())
                .post(RequestBody.create(bytes(body), JSON));
    }

    private static byte[] bytes(Object body) {
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("what is asked for is JSON", failure);
        }
    }

    private <T> T answer(Request request, TypeReference<T> shape) {
        return answer(request, (Response response) -> read(response, shape));
    }

    private <T> T answer(Request request, Reader<T> reader) {
        try (Response response = call(request)) {
            return reader.read(response);
        } catch (JsonProcessingException failure) {
            throw new HeadOfficeFailed(Reason.BROKEN, request.url().encodedPath(), failure);
        } catch (IOException failure) {
            throw new HeadOfficeFailed(Reason.NOT_REACHED, request.url().encodedPath(), failure);
        }
    }

    private Response call(Request request) {
        try {
            Response response = http.newCall(request).execute();
            if (response.isSuccessful()) {
                return response;
            }
            try (response) {
                throw failed(request, response);
            }
        } catch (IOException failure) {
            throw new HeadOfficeFailed(Reason.NOT_REACHED, request.url().encodedPath(), failure);
        }
    }

    private static HeadOfficeFailed failed(Request request, Response response) throws IOException {
        Reason reason = reason(request, response.code());
        String what = request.url().encodedPath() + " answered " + response.code();
        if (reason == Reason.REFUSED) {
            what =
                    Json.MAPPER
                            .readTree(response.peekBody(MAX_ANSWER_BYTES).bytes())
                            .path("detail")
                            .asText(what);
        }
        return new HeadOfficeFailed(reason, what, null);
    }

    private static Reason reason(Request request, int status) {
        boolean signingIn = request.url().encodedPath().contains("/tokens");
        return switch (status) {
            case 401 -> signingIn ? Reason.SIGN_IN_REFUSED : Reason.SIGNED_OUT;
            case 403 -> Reason.NOT_ALLOWED;
            case 404, 409, 422 -> Reason.REFUSED;
            case 429 -> Reason.WAIT;
            case 502, 503, 504 -> Reason.NOT_REACHED;
            default -> Reason.BROKEN;
        };
    }
}
