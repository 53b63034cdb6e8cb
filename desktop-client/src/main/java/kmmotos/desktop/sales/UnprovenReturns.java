package kmmotos.desktop.sales;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.BasketLine;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.staff.Permission;

/// Goods that come back without a receipt: at the lowest price of the last weeks, up to a limit of
/// whoever stands at the till, and with a reason.
public final class UnprovenReturns {
    /// A promotion of then must not become money now.
    public static final Duration LOOKED_BACK = Duration.ofDays(30);

    private final SaleDesk desk;
    private final ReadOnlyObjectWrapper<Optional<SaleLine>> asked =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    UnprovenReturns(SaleDesk desk) {
        this.desk = desk;
    }

    /// The line whose reason is to be asked for; until somebody tells another, it was unwanted.
    public ReadOnlyObjectProperty<Optional<SaleLine>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// @param quantity below 0
    void takeBack(Article article, Quantity quantity) {
        if (!desk.signIn().may(Permission.RETURN_WITHOUT_RECEIPT)) {
            desk.refuse("sales.not_allowed");
            return;
        }
        Instant since = desk.counter().clock().get().minus(LOOKED_BACK);
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().books().lowestPaid(article.sku(), since),
                        paid -> takeBack(article, quantity, paid),
                        desk.failed("sales.lookup.failed"));
    }

    private void takeBack(Article article, Quantity quantity, Optional<UnitPrice> paid) {
        var sale = desk.sale();
        var priced = OpenSale.begin(sale.sale().saleId()).plus(article, quantity.abs());
        var today =
                priced.engine(sale.taxes())
                        .quote(article.sku(), Quantity.ONE, sale.context(sale.sale()));
        if (today.isEmpty()) {
            desk.refuse("sales.price.none", article.name(sale.locale()), article.sku().value());
            return;
        }
        UnitPrice unit = today.get().unit();
        SaleLine line =
                line(article, quantity, paid.filter(it -> it.compareTo(unit) < 0).orElse(unit));
        Money worth = line.total().negated().plus(unproven());
        Money limit = limit();
        if (worth.compareTo(limit) <= 0) {
            add(line, Optional.empty());
            return;
        }
        desk.approvals()
                .ask(
                        desk.texts()
                                .get(
                                        "sales.approve.no_receipt",
                                        desk.money(worth),
                                        desk.money(limit)),
                        member ->
                                member.role().unprovenReturnLimit(worth.currency()).compareTo(worth)
                                        >= 0,
                        by -> add(line, Optional.of(by.staffId())));
    }

    private SaleLine line(Article article, Quantity quantity, UnitPrice unit) {
        var sale = desk.sale();
        var line =
                new BasketLine(
                        sale.sale().nextFixedId(),
                        article.sku(),
                        article.product().taxCategory(),
                        quantity,
                        Optional.of(unit),
                        Optional.empty());
        var alone = OpenSale.begin(sale.sale().saleId()).plus(article, line);
        var priced = alone.priced(sale.taxes(), sale.context(sale.sale())).lines().getFirst();
        var name = article.name(Locale.forLanguageTag(sale.store().language()));
        return SaleLine.of(priced, SaleLine.Kind.RETURN, name, Optional.empty());
    }

    /// What the sale takes back without a receipt already.
    private Money unproven() {
        Money zero = Money.zero(desk.sale().store().currency());
        return desk.sale().sale().fixed().stream()
                .filter(line -> line.kind() == SaleLine.Kind.RETURN && line.returnOf().isEmpty())
                .map(line -> line.total().negated())
                .reduce(zero, Money::plus);
    }

    private Money limit() {
        var currency = desk.sale().store().currency();
        return desk.signIn()
                .operator()
                .map(member -> member.role().unprovenReturnLimit(currency))
                .orElse(Money.zero(currency));
    }

    private void add(SaleLine line, Optional<UUID> approvedBy) {
        var reason = Returned.Reason.UNWANTED;
        var returned = line.withReturned(new Returned(reason, reason.usually(), "", approvedBy));
        var sale = desk.sale();
        sale.change(sale.sale().withFixed(java.util.List.of(returned)), returned.lineId());
        desk.note("sales.return.no_receipt");
        asked.set(Optional.of(returned));
    }

    /// Why the asked line comes back, and where its goods go.
    public void because(Returned.Reason reason, Returned.Condition condition) {
        asked.get()
                .ifPresent(line -> {
                    var sale = desk.sale();
                    var approvedBy = line.returned().flatMap(Returned::approvedBy);
                    sale.change(
                            sale.sale()
                                    .withReturned(
                                            line.lineId(),
                                            new Returned(reason, condition, "", approvedBy)),
                            line.lineId());
                });
        asked.set(Optional.empty());
    }
}
