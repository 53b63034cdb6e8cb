package kmmotos.server.leases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Single gift cards, as head office looks after them when one is lost.
final class CardStore {

    private static final int MAX_FOUND = 50;

    private static final String CARD =
            """
            select a.*, s.receipt_number from lease_account a
            left join lateral (select sale_id from lease_account_line l
                where l.kind = a.kind and l.subject = a.subject and l.amount_minor > 0
                order by l.at limit 1) sold on true
            left join sale s on s.sale_id = sold.sale_id
            where a.kind = 'GIFT_CARD' and \
            """;

    /// A card; its number is nowhere but on paper.
    ///
    /// @param held of the balance, by tills
    /// @param receipt of the sale by which money first went on it
    record Card(
            UUID cardId,
            String lastFour,
            Money balance,
            Money held,
            boolean blocked,
            Instant openedAt,
            Optional<String> receipt) {

        LeaseSubject subject() {
            return LeaseSubject.giftCard(cardId, balance.currency());
        }
    }

    Optional<Card> find(StatelessSession session, UUID card) {
        return Sql.first(
                session,
                CARD + "a.subject = ? order by a.currency",
                CardStore::card,
                card.toString());
    }

    List<Card> byLastFour(StatelessSession session, String lastFour) {
        return Sql.list(
                session,
                CARD + "a.last_four = ? order by a.opened_at desc limit " + MAX_FOUND,
                CardStore::card,
                lastFour);
    }

    /// The cards that money went on or came off by a sale.
    List<Card> byReceipt(StatelessSession session, String receipt) {
        return Sql.list(
                session,
                CARD
                        + "a.subject in (select l.subject from lease_account_line l"
                        + " join sale s using (sale_id) where s.receipt_number = ?)"
                        + " order by a.opened_at desc limit "
                        + MAX_FOUND,
                CardStore::card,
                receipt);
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                UUID.fromString(row.getString("subject")),
                row.getString("last_four"),
                Sql.money(row, "balance_minor"),
                Sql.money(row, "held_minor"),
                row.getBoolean("blocked"),
                Sql.instant(row, "opened_at"),
                Optional.ofNullable(row.getString("receipt_number")));
    }

    /// Answers false if it was so before.
    boolean block(StatelessSession session, LeaseSubject card, boolean blocked) {
        return Sql.update(
                        session,
                        "update lease_account set blocked = ?"
                                + " where kind = ? and subject = ? and currency = ? and blocked <> ?",
                        blocked,
                        LeaseKind.GIFT_CARD.name(),
                        card.id(),
                        Balance.currency(card),
                        blocked)
                == 1;
    }

    /// What came of moving a balance.
    sealed interface Moved {
        record Done(Money amount) implements Moved {}

        /// Somebody could spend from the old card meanwhile.
        record NotBlocked() implements Moved {}

        /// Nothing is on it, but what tills hold.
        record NothingFree(Money held) implements Moved {}

        record CardTaken() implements Moved {}
    }

    /// Moves what is on a blocked card, but for what tills hold, to a card that nobody heard of
    /// before.
    ///
    /// @param decision whose two sides of the move these are
    Moved move(
            StatelessSession session,
            LeaseSubject from,
            LeaseSubject to,
            String lastFour,
            UUID decision,
            Instant at) {
        Currency currency = from.currency().orElseThrow();
        Balance balance = Balance.lock(session, from).orElseThrow();
        if (!balance.blocked()) {
            return new Moved.NotBlocked();
        }
        if (balance.free() == 0) {
            return new Moved.NothingFree(Money.ofMinor(balance.held(), currency));
        }
        int opened =
                Sql.update(
                        session,
                        "insert into lease_account (kind, subject, currency, balance_minor,"
                                + " last_four) values (?, ?, ?, ?, ?) on conflict do nothing",
                        LeaseKind.GIFT_CARD.name(),
                        to.id(),
                        Balance.currency(to),
                        balance.free(),
                        lastFour);
        if (opened == 0) {
            return new Moved.CardTaken();
        }
        Sql.update(
                session,
                "update lease_account set balance_minor = balance_minor - ?"
                        + " where kind = ? and subject = ? and currency = ?",
                balance.free(),
                LeaseKind.GIFT_CARD.name(),
                from.id(),
                Balance.currency(from));
        line(session, decision, 1, from, -balance.free(), at);
        line(session, decision, 2, to, balance.free(), at);
        return new Moved.Done(Money.ofMinor(balance.free(), currency));
    }

    private static void line(
            StatelessSession session,
            UUID decision,
            int n,
            LeaseSubject card,
            long change,
            Instant at) {
        Sql.update(
                session,
                "insert into lease_account_line (event_id, n, store_id, kind, subject, currency,"
                        + " amount_minor, at) values (?, ?, '', ?, ?, ?, ?, ?)",
                decision,
                n,
                LeaseKind.GIFT_CARD.name(),
                card.id(),
                Balance.currency(card),
                change,
                at);
    }

    /// What was moved by a decision before, for one that comes a second time.
    Optional<Money> moved(StatelessSession session, LeaseSubject from, LeaseSubject to) {
        return Sql.first(
                session,
                "select amount_minor, currency from lease_account_decision where what = 'MOVE'"
                        + " and kind = ? and subject = ? and to_subject = ?",
                row -> Sql.money(row, "amount_minor"),
                LeaseKind.GIFT_CARD.name(),
                from.id(),
                to.id());
    }
}
