package kmmotos.server.leases;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.staff.Permission;
import kmmotos.server.http.Answers;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Body;
import kmmotos.server.http.Note;
import kmmotos.server.http.Paths;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Gift cards, as head office sees them and looks after lost ones.
///
/// `GET /gift-cards` (READ_CHAIN) -> for each currency how many cards there are and what is owed on
/// them; `GET /gift-cards/cards?card=|last_four=|receipt=` (READ_CHAIN) -> single cards. With
/// ADMINISTER_CREDIT: `POST /gift-cards/cards/{card}/block` and `/unblock {"note"}` -> 204; `POST
/// /gift-cards/cards/{card}/move {"to","last_four","note"}` -> what went to the new card. The new
/// card's number is made by the caller, who sends its hash: this server never knows a number.
/// Errors: 404, 409 `not_blocked`, `nothing_free`, `card_taken`, 422 `note_needed`.
public final class GiftCardRoutes implements HttpService {

    private static final int MAX_BODY = 4_096;
    private static final int MAX_RECEIPT = 40;
    private static final Pattern LAST_FOUR = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}");

    private final Database database;
    private final Clock clock;
    private final CardStore cards = new CardStore();

    public GiftCardRoutes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/gift-cards", this::owed)
                .get("/gift-cards/cards", this::find)
                .post("/gift-cards/cards/{card}/block", (in, out) -> block(in, out, true))
                .post("/gift-cards/cards/{card}/unblock", (in, out) -> block(in, out, false))
                .post("/gift-cards/cards/{card}/move", this::move);
    }

    /// @param cards with money on them
    /// @param owed what is on all of them
    record Liability(Currency currency, long cards, Money owed, Money held) {}

    /// @param to the new card's id, see [kmmotos.model.payments.GiftCardNumber#cardId]
    record Move(UUID to, String lastFour, String note) {}

    record Moved(UUID cardId, String lastFour, Money amount) {}

    private void owed(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Answers.ok(
                request,
                response,
                Map.of("items", database.inTransaction(caller, GiftCardRoutes::owed)));
    }

    private static List<Liability> owed(StatelessSession session) {
        return Sql.list(
                session,
                """
                select currency, count(*) filter (where balance_minor > 0) as cards,
                    sum(balance_minor) as owed, sum(held_minor) as held
                from lease_account where kind = 'GIFT_CARD' group by currency order by currency\
                """,
                row ->
                        new Liability(
                                Currency.getInstance(row.getString("currency")),
                                row.getLong("cards"),
                                Sql.money(row, "owed"),
                                Sql.money(row, "held")));
    }

    private void find(ServerRequest request, ServerResponse response) {
        Caller caller = Authentication.staff(request, Permission.READ_CHAIN);
        Optional<UUID> card = request.query().first("card").map(Paths::uuid);
        Optional<String> lastFour =
                request.query().first("last_four").filter(LAST_FOUR.asMatchPredicate());
        Optional<String> receipt =
                request.query()
                        .first("receipt")
                        .filter(text -> text.length() <= MAX_RECEIPT && text.indexOf(0) < 0);
        List<CardStore.Card> found =
                database.inTransaction(
                        caller,
                        session ->
                                card.map(id -> cards.find(session, id).stream().toList())
                                        .or(() ->
                                                lastFour.map(end -> cards.byLastFour(session, end)))
                                        .or(() ->
                                                receipt.map(
                                                        number -> cards.byReceipt(session, number)))
                                        .orElseThrow(() ->
                                                Problem.badRequest(
                                                                "invalid_query",
                                                                "Name a card, its last four"
                                                                        + " characters, or a receipt.")
                                                        .refusal()));
        Answers.ok(request, response, Map.of("items", found));
    }

    private void block(ServerRequest request, ServerResponse response, boolean blocked) {
        Caller.Staff caller = Authentication.staff(request, Permission.ADMINISTER_CREDIT);
        UUID cardId = Paths.uuid(request, "card");
        String note = Note.read(request);
        database.execute(
                caller,
                session -> {
                    LeaseSubject card = card(session, cardId);
                    if (cards.block(session, card, blocked)) {
                        new Decision(
                                        UUID.randomUUID(),
                                        card,
                                        blocked ? Decision.What.BLOCK : Decision.What.UNBLOCK,
                                        Optional.empty(),
                                        Optional.empty(),
                                        caller.staffId(),
                                        clock.instant(),
                                        note)
                                .save(session);
                    }
                });
        Answers.noContent(response);
    }

    private LeaseSubject card(StatelessSession session, UUID cardId) {
        return cards.find(session, cardId)
                .map(CardStore.Card::subject)
                .orElseThrow(() -> Problem.notFound("No such gift card.").refusal());
    }

    private void move(ServerRequest request, ServerResponse response) {
        Caller.Staff caller = Authentication.staff(request, Permission.ADMINISTER_CREDIT);
        UUID cardId = Paths.uuid(request, "card");
        Move wanted = Body.json(request, Move.class, MAX_BODY);
        String note = Note.checked(wanted.note(), "/note");
        if (!LAST_FOUR.matcher(wanted.lastFour()).matches()) {
            throw Problem.of(422, "invalid_value", "The new card's number ends otherwise.")
                    .at("/last_four", "invalid_value", "4 characters of a card's number")
                    .refusal();
        }
        Money amount =
                database.inTransaction(
                        caller, session -> move(session, caller, cardId, wanted, note));
        Answers.ok(request, response, new Moved(wanted.to(), wanted.lastFour(), amount));
    }

    /// The same move again answers the same.
    private Money move(
            StatelessSession session, Caller.Staff caller, UUID cardId, Move wanted, String note) {
        LeaseSubject from = card(session, cardId);
        LeaseSubject to = LeaseSubject.giftCard(wanted.to(), from.currency().orElseThrow());
        Balance.lock(session, from);
        Optional<Money> before = cards.moved(session, from, to);
        if (before.isPresent()) {
            return before.get();
        }
        UUID decisionId = UUID.randomUUID();
        CardStore.Moved moved =
                cards.move(session, from, to, wanted.lastFour(), decisionId, clock.instant());
        Money amount = amountOf(moved);
        new Decision(
                        decisionId,
                        from,
                        Decision.What.MOVE,
                        Optional.of(amount.minor()),
                        Optional.of(to),
                        caller.staffId(),
                        clock.instant(),
                        note)
                .save(session);
        return amount;
    }

    private static Money amountOf(CardStore.Moved moved) {
        return switch (moved) {
            case CardStore.Moved.Done(Money amount) -> amount;
            case CardStore.Moved.NotBlocked _ ->
                    throw Problem.of(409, "not_blocked", "Block the card first.").refusal();
            case CardStore.Moved.NothingFree(Money held) ->
                    throw Problem.of(
                                    409,
                                    "nothing_free",
                                    "Nothing can be moved; tills hold %s of it.".formatted(held))
                            .with("held", held)
                            .refusal();
            case CardStore.Moved.CardTaken _ ->
                    throw Problem.of(409, "card_taken", "There is a card with this number already.")
                            .refusal();
        };
    }
}
