package kmmotos.server.leases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.AccountBalance;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.NewEvent;
import org.hibernate.StatelessSession;

/// The accounts behind gift cards and credit: each balance is the sum of its lines, and each line
/// is a tender of a sale.
public final class AccountStore {

    private AccountStore() {}

    /// A tender that moves an account.
    ///
    /// @param n its place among the sale's tenders, from 1
    /// @param change of the balance: what is paid with goes off it
    public record Line(
            NewEvent event, Sale sale, int n, LeaseSubject subject, Money change, String lastFour) {

        UUID eventId() {
            return event.entry().eventId();
        }

        Till till() {
            return event.till();
        }
    }

    static Optional<Line> line(NewEvent event, Sale sale, int n) {
        return switch (sale.tenders().get(n - 1)) {
            case Tender.Cash _, Tender.Card _, Tender.Deposit _, Tender.ForeignCash _ ->
                    Optional.empty();
            case Tender.GiftCard card ->
                    Optional.of(
                            new Line(
                                    event,
                                    sale,
                                    n,
                                    LeaseSubject.giftCard(card.cardId(), card.amount().currency()),
                                    card.amount().negated(),
                                    card.lastFour()));
            case Tender.Account account ->
                    Optional.of(
                            new Line(
                                    event,
                                    sale,
                                    n,
                                    LeaseSubject.credit(
                                            account.customerId(), account.amount().currency()),
                                    account.amount().negated(),
                                    ""));
        };
    }

    /// Books the lines. The accounts' rows are locked in the order of their keys, so that no two
    /// uploads wait for each other in a circle; one that nobody heard of before is opened.
    static void book(StatelessSession session, List<Line> lines) {
        Sql.update(
                session,
                """
                insert into lease_account as a (kind, subject, currency, balance_minor, last_four)
                select kind, subject, currency, sum(change), max(last_four)
                from unnest(?, ?, ?, ?, ?) as l (kind, subject, currency, change, last_four)
                group by kind, subject, currency order by kind, subject, currency
                on conflict (kind, subject, currency) do update
                set balance_minor = a.balance_minor + excluded.balance_minor\
                """,
                kinds(lines),
                Column.of("text", lines, line -> line.subject().id()),
                currencies(lines),
                Column.of("bigint", lines, line -> line.change().minor()),
                Column.of("text", lines, Line::lastFour));
        Sql.update(
                session,
                """
                insert into lease_account_line (event_id, n, store_id, kind, subject, currency,
                    amount_minor, sale_id, at)
                select l.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as l\
                """,
                Column.of("uuid", lines, Line::eventId),
                Column.of("integer", lines, Line::n),
                Column.of("text", lines, line -> line.till().storeId().value()),
                kinds(lines),
                Column.of("text", lines, line -> line.subject().id()),
                currencies(lines),
                Column.of("bigint", lines, line -> line.change().minor()),
                Column.of("uuid", lines, line -> line.sale().saleId()),
                Column.instants(lines.stream().map(line -> line.sale().at()).toList()));
    }

    private static Column kinds(List<Line> lines) {
        return Column.of("text", lines, line -> line.subject().kind().name());
    }

    private static Column currencies(List<Line> lines) {
        return Column.of("text", lines, line -> Balance.currency(line.subject()));
    }

    /// What is on a gift card, and how much of it tills hold.
    static Optional<CardBalance> balance(StatelessSession session, UUID card) {
        return Sql.first(
                session,
                "select balance_minor, held_minor, currency from lease_account where kind = ? and"
                        + " subject = ? order by currency",
                row ->
                        new CardBalance(
                                Sql.money(row, "balance_minor"), Sql.money(row, "held_minor")),
                LeaseKind.GIFT_CARD.name(),
                card.toString());
    }

    /// Whose account it is, for people.
    static String name(StatelessSession session, LeaseSubject subject) {
        return switch (subject.kind()) {
            case CREDIT ->
                    Sql.first(
                                    session,
                                    "select name from customer where customer_id = ?::uuid",
                                    row -> "the credit of " + row.getString(1),
                                    subject.id())
                            .orElse("the credit of customer " + subject.id());
            case GIFT_CARD ->
                    Sql.first(
                                    session,
                                    "select last_four from lease_account where kind = ? and subject"
                                            + " = ? and currency = ?",
                                    row -> "the gift card that ends in " + row.getString(1),
                                    LeaseKind.GIFT_CARD.name(),
                                    subject.id(),
                                    Balance.currency(subject))
                            .orElse("gift card " + subject.id());
            case COUPON -> "coupon " + subject.id();
        };
    }

    /// What a customer owes in the money of a store; empty if they may buy nothing on account.
    static Optional<AccountBalance> account(
            StatelessSession session, UUID customer, StoreId store) {
        return Sql.first(
                session,
                "select a.* from lease_account a join store s on s.currency = a.currency"
                        + " where a.kind = 'CREDIT' and a.subject = ? and s.store_id = ?",
                row ->
                        new AccountBalance(
                                Sql.money(row, "limit_minor"),
                                Sql.money(row, "balance_minor").negated(),
                                row.getBoolean("blocked")),
                customer.toString(),
                store.value());
    }
}
