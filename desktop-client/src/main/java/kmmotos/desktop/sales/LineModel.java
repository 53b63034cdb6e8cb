package kmmotos.desktop.sales;

import java.util.List;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.BasketLine;
import kmmotos.model.returns.PaidReceipt;
import kmmotos.model.returns.Receipt;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.VoidedLine;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.sync.Event;

/// Lines of the open sale: adding, counting, voiding. Whatever makes no sense is refused with a
/// plain sentence, and the sale stays as it was.
public final class LineModel {
    /// A sale is one fact of the journal and one event to the server, and both have a largest size:
    /// it is not to be met when the money is in the drawer.
    public static final int MAX_LINES = 2_000;

    private final SaleDesk desk;
    private final UnprovenReturns unproven;

    public LineModel(SaleDesk desk, UnprovenReturns unproven) {
        this.desk = desk;
        this.unproven = unproven;
    }

    /// Adds an article; below 0 takes it back without a receipt.
    public void add(Article article, Quantity quantity) {
        if (desk.sale().stateProperty().get() == SaleState.TENDER) {
            desk.warn("sales.scan.tender");
            return;
        }
        desk.sale().beginIfDone();
        if (!article.variant().canBeSoldIn(quantity)) {
            desk.refuse("sales.quantity.whole", article.name(desk.sale().locale()));
        } else if (article.isIncomplete()) {
            desk.refuse("sales.kit.incomplete", article.name(desk.sale().locale()));
        } else if (quantity.isNegative() && !article.kit().isEmpty()) {
            desk.refuse("sales.kit.by_part", article.name(desk.sale().locale()));
        } else if (quantity.isNegative()) {
            unproven.takeBack(article, quantity);
        } else {
            sell(article, quantity);
        }
    }

    /// Counts the chosen line: `+1` or `-1` unit.
    public void step(int units) {
        desk.sale()
                .chosenLine()
                .filter(line -> line.quantity().isPositive())
                .ifPresent(line -> count(line, line.quantity().plus(Quantity.of(units))));
    }

    /// Sets the chosen line's quantity.
    public void count(Quantity quantity) {
        desk.sale()
                .chosenLine()
                .filter(line -> line.quantity().isPositive())
                .ifPresentOrElse(
                        line -> count(line, quantity), () -> desk.note("sales.choose_line"));
    }

    /// Says something of the chosen line; `-` takes it away.
    public void note(String words) {
        var row = desk.sale().chosenRow();
        if (row.isEmpty()) {
            desk.note("sales.choose_line");
            return;
        }
        note(row.get().lineId(), words);
    }

    /// Says something of the whole sale; `-` takes it away.
    public void noteOnSale(String words) {
        if (desk.sale().sale().isEmpty()) {
            desk.note("sales.note.nothing");
            return;
        }
        note(OpenSale.WHOLE, words);
    }

    private void note(int lineId, String words) {
        var sale = desk.sale();
        if (words.length() > SaleLine.MAX_NOTE) {
            desk.refuse("sales.note.long", SaleLine.MAX_NOTE);
        } else if (sale.stateProperty().get() == SaleState.SELL) {
            String kept = words.equals("-") ? "" : words;
            sale.change(sale.sale().withNote(lineId, kept), sale.chosenProperty().get());
            if (lineId == OpenSale.WHOLE) {
                desk.note(kept.isEmpty() ? "sales.note.gone" : "sales.note.kept", kept);
            }
        }
    }

    /// Takes the chosen line out. It is written down who did it: it may be a slip or a theft.
    public void voidChosen() {
        var row = desk.sale().chosenRow();
        if (row.isEmpty()) {
            desk.note("sales.void.nothing");
            return;
        }
        if (CoreCharges.isCore(row.get().lineId())) {
            takeCore(row.get());
            return;
        }
        remove(row.get(), row.get().quantity(), row.get().total());
    }

    /// On a deposit: one old part is here already, and the deposit on it goes back. On what goes
    /// back: it is not here after all.
    private void takeCore(LineView row) {
        var sale = desk.sale();
        var sku = new Sku(row.sku());
        var here = sale.sale().parts().cores().getOrDefault(sku, Quantity.ZERO);
        var more = here.plus(CoreCharges.isBack(row.lineId()) ? Quantity.of(-1) : Quantity.ONE);
        if (sale.stateProperty().get() == SaleState.SELL
                && !more.isNegative()
                && more.compareTo(sale.sale().unitsOf(sku)) <= 0) {
            sale.change(
                    sale.sale().withParts(sale.sale().parts().withCores(sku, more)), row.lineId());
        }
    }

    /// Takes all lines out; what was paid already stays.
    public void voidAll() {
        var sale = desk.sale();
        List.copyOf(sale.rows()).stream()
                .filter(row -> !CoreCharges.isCore(row.lineId()))
                .forEach(row -> remove(row, row.quantity(), row.total()));
        if (sale.stateProperty().get() == SaleState.SELL && sale.rows().isEmpty()) {
            clear();
        }
    }

    private void clear() {
        var sale = desk.sale();
        if (sale.sale().paid().isEmpty()) {
            sale.begin();
        } else {
            sale.change(sale.sale().cleared(), 0);
        }
    }

    private void sell(Article article, Quantity quantity) {
        var sale = desk.sale();
        var changed = sale.sale().plus(article, quantity);
        var units = changed.unitsOf(article.sku());
        if (units.compareTo(BasketLine.MAX_QUANTITY) > 0) {
            desk.refuse("sales.quantity.absurd", desk.formats().quantity(units));
            return;
        }
        if (changed.basket().lines().size() > MAX_LINES) {
            desk.refuse("sales.lines.many", MAX_LINES);
            return;
        }
        if (!isPriced(changed)) {
            desk.refuse("sales.price.none", article.name(sale.locale()), article.sku().value());
            return;
        }
        sale.change(changed, lineOf(changed, article.sku()));
        sayWhatIsOdd(article, units);
    }

    private boolean isPriced(OpenSale changed) {
        var sale = desk.sale();
        return changed.engine(sale.taxes())
                .unpriced(changed.basket(), sale.context(changed))
                .isEmpty();
    }

    private static int lineOf(OpenSale sale, Sku sku) {
        return sale.basket().lines().stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(BasketLine::lineId)
                .max()
                .orElse(0);
    }

    private void sayWhatIsOdd(Article article, Quantity units) {
        var name = article.name(desk.sale().locale());
        var row = desk.sale().chosenRow();
        if (row.isPresent() && row.get().unit().isZero()) {
            desk.warn("sales.price.zero", name);
        }
        article.variant()
                .supersededBy()
                .ifPresent(sku -> desk.note("sales.superseded", name, sku.value()));
        if (units.compareTo(article.available()) <= 0) {
            return;
        }
        if (article.reserved().isPositive()) {
            desk.warn(
                    "sales.stock.reserved",
                    name,
                    desk.formats().quantity(article.onHand()),
                    desk.formats().quantity(article.reserved()));
        } else if (article.setAside().isPositive()) {
            desk.warn(
                    "sales.stock.set_aside",
                    name,
                    desk.formats().quantity(article.onHand()),
                    desk.formats().quantity(article.setAside()));
        } else if (units.compareTo(article.onHand()) > 0) {
            desk.note("sales.stock.short", name, desk.formats().quantity(article.onHand()));
        }
    }

    private void count(BasketLine line, Quantity quantity) {
        var sale = desk.sale();
        var article = sale.sale().article(line.sku());
        if (!quantity.isPositive()) {
            voidChosen();
        } else if (!article.variant().canBeSoldIn(quantity)) {
            desk.refuse("sales.quantity.whole", article.name(sale.locale()));
        } else if (quantity.compareTo(line.quantity()) < 0) {
            sale.chosenRow()
                    .ifPresent(row -> {
                        var off = line.quantity().minus(quantity);
                        write(row, off, row.unit().times(off));
                    });
            sale.change(sale.sale().withQuantity(line.lineId(), quantity), line.lineId());
        } else if (quantity.compareTo(BasketLine.MAX_QUANTITY) > 0) {
            desk.refuse("sales.quantity.absurd", desk.formats().quantity(quantity));
        } else {
            sale.change(sale.sale().withQuantity(line.lineId(), quantity), line.lineId());
            sayWhatIsOdd(article, sale.sale().unitsOf(line.sku()));
        }
    }

    private void remove(LineView row, Quantity quantity, Money total) {
        var sale = desk.sale();
        if (sale.stateProperty().get() != SaleState.SELL) {
            return;
        }
        if (!desk.signIn().may(Permission.VOID_LINE)) {
            desk.refuse("sales.not_allowed");
            return;
        }
        if (sale.sale().orderId().isPresent() && row.lineId() >= OpenSale.FIRST_FIXED_ID) {
            desk.note("sales.order.given_up");
            clear();
            return;
        }
        sale.change(sale.sale().without(row.lineId()), 0);
        write(row, quantity, total);
    }

    private void write(LineView row, Quantity quantity, Money total) {
        var shift = desk.sale().shift().map(ShiftOpening::shiftId);
        var staff = desk.signIn().operator().map(StaffMember::staffId);
        if (shift.isEmpty() || staff.isEmpty() || row.lineId() >= OpenSale.FIRST_FIXED_ID) {
            return;
        }
        var voided =
                new VoidedLine(
                        desk.sale().sale().saleId(),
                        shift.get(),
                        desk.counter().clock().get(),
                        staff.get(),
                        new Sku(row.sku()),
                        quantity,
                        total);
        desk.counter()
                .background()
                .run(
                        () -> {
                            desk.counter().journal().record(new Event.LineVoided(voided));
                            return voided;
                        },
                        _ -> {},
                        desk.failed("sales.journal.failed"));
    }

    /// Adds lines given back by receipt.
    public void addReturns(Receipt by, List<SaleLine> lines) {
        desk.sale().beginIfDone();
        var sale = desk.sale().sale().withFixed(lines).withReceipt(PaidReceipt.of(by));
        desk.sale().change(sale, lines.getLast().lineId());
    }

    /// Begins the hand-over of a web order as a sale of its own, at the prices it was placed at.
    public void handOver(Order order) {
        var sale = desk.sale();
        sale.begin();
        sale.change(sale.sale().forOrder(order), 0);
        desk.note("sales.order.begun", order.number(), order.contactName());
    }
}
