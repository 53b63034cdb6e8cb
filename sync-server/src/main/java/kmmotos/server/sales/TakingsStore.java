package kmmotos.server.sales;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// The running sums of what each store took on each business day.
final class TakingsStore {

    private TakingsStore() {}

    private record Key(String store, LocalDate day, String currency) {}

    private record Sums(
            long sales,
            long lines,
            Quantity units,
            long tax,
            long total,
            long cash,
            long card,
            long giftCard,
            long account,
            long deposit) {

        static Sums of(Sale sale) {
            return new Sums(
                    1,
                    sale.lines().size(),
                    sale.lines().stream()
                            .map(SaleLine::pieces)
                            .reduce(Quantity.ZERO, Quantity::plus),
                    sale.tax().minor(),
                    sale.total().minor(),
                    paid(sale, Tender.Cash.class) + paid(sale, Tender.ForeignCash.class),
                    paid(sale, Tender.Card.class),
                    paid(sale, Tender.GiftCard.class),
                    paid(sale, Tender.Account.class),
                    paid(sale, Tender.Deposit.class));
        }

        Sums plus(Sums other) {
            return new Sums(
                    sales + other.sales,
                    lines + other.lines,
                    units.plus(other.units),
                    tax + other.tax,
                    total + other.total,
                    cash + other.cash,
                    card + other.card,
                    giftCard + other.giftCard,
                    account + other.account,
                    deposit + other.deposit);
        }

        private static long paid(Sale sale, Class<? extends Tender> kind) {
            return sale.tenders().stream()
                    .filter(kind::isInstance)
                    .mapToLong(tender -> tender.amount().minor())
                    .sum();
        }
    }

    static void add(StatelessSession session, List<SaleEffect.Told> told) {
        SortedMap<Key, Sums> sums =
                new TreeMap<>(
                        Comparator.comparing(Key::store)
                                .thenComparing(Key::day)
                                .thenComparing(Key::currency));
        for (SaleEffect.Told one : told) {
            Sale sale = one.sale();
            Key key =
                    new Key(
                            sale.store().value(),
                            sale.businessDay(),
                            sale.total().currency().getCurrencyCode());
            sums.merge(key, Sums.of(sale), Sums::plus);
        }
        Sql.update(
                session,
                """
                insert into takings as t (store_id, business_day, currency, sales, lines, units,
                    net_minor, tax_minor, total_minor, cash_minor, card_minor,
                    gift_card_minor, account_minor, deposit_minor)
                select s.store, s.day, s.currency, s.sales, s.lines, s.units,
                    s.total - s.tax, s.tax, s.total, s.cash, s.card, s.gift_card, s.account,
                    s.deposit
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as s (store, day, currency, sales, lines, units, tax, total, cash, card, gift_card,
                        account, deposit)
                order by s.store, s.day, s.currency
                on conflict (store_id, business_day, currency) do update
                set sales = t.sales + excluded.sales, lines = t.lines + excluded.lines,
                    units = t.units + excluded.units,
                    net_minor = t.net_minor + excluded.net_minor,
                    tax_minor = t.tax_minor + excluded.tax_minor,
                    total_minor = t.total_minor + excluded.total_minor,
                    cash_minor = t.cash_minor + excluded.cash_minor,
                    card_minor = t.card_minor + excluded.card_minor,
                    gift_card_minor = t.gift_card_minor + excluded.gift_card_minor,
                    account_minor = t.account_minor + excluded.account_minor,
                    deposit_minor = t.deposit_minor + excluded.deposit_minor\
                """,
                Column.texts(sums.keySet().stream().map(Key::store).toList()),
                Column.days(sums.keySet().stream().<LocalDate>map(Key::day).toList()),
                Column.texts(sums.keySet().stream().map(Key::currency).toList()),
                column(sums, Sums::sales),
                column(sums, Sums::lines),
                Column.numbers(sums.values().stream().map(sum -> sum.units().decimal()).toList()),
                column(sums, Sums::tax),
                column(sums, Sums::total),
                column(sums, Sums::cash),
                column(sums, Sums::card),
                column(sums, Sums::giftCard),
                column(sums, Sums::account),
                column(sums, Sums::deposit));
    }

    private static Column column(SortedMap<Key, Sums> sums, ToLongFunction<Sums> value) {
        return Column.longs(sums.values().stream().map(value::applyAsLong).toList());
    }
}
