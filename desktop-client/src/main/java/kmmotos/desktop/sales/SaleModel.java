package kmmotos.desktop.sales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.pricing.BasketLine;
import kmmotos.model.pricing.PricedBasket;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.stores.Store;

/// The open sale: its lines, its totals, and the state of the counter. Every change goes through
/// [#change], which prices the result at once; a change that can't be priced is refused as a whole.
public final class SaleModel {
    private final Store store;
    private final TaxRules taxes;
    private final Counter counter;
    private final Locale locale;
    private final ReadOnlyObjectWrapper<OpenSale> sale;
    private final ReadOnlyObjectWrapper<PricedBasket> priced;
    private final ReadOnlyObjectWrapper<SaleTotals> totals;
    private final ReadOnlyObjectWrapper<SaleState> state =
            new ReadOnlyObjectWrapper<>(SaleState.SELL);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
    private final ObservableList<LineView> rows = FXCollections.observableArrayList();
    private final ObservableList<LineView> rowsShown =
            FXCollections.unmodifiableObservableList(rows);
    private final List<Consumer<OpenSale>> listeners = new ArrayList<>();
    private Optional<ShiftOpening> shift = Optional.empty();

    /// When the first line was rung up: a happy hour that ends before the customer has paid is not
    /// taken from them.
    private Optional<Instant> begun = Optional.empty();

    public SaleModel(Counter counter, Locale locale) {
        this.counter = counter;
        this.locale = locale;
        this.store = counter.books().store();
        this.taxes = counter.books().taxes();
        var first = OpenSale.begin(counter.ids().get());
        var nothing = first.priced(taxes, context(first));
        this.sale = new ReadOnlyObjectWrapper<>(first);
        this.priced = new ReadOnlyObjectWrapper<>(nothing);
        this.totals = new ReadOnlyObjectWrapper<>(totals(first, nothing));
    }

    /// Puts a changed sale in front, with these prices, and chooses a line of it.
    public void change(OpenSale changed, int lineToChoose) {
        if (!changed.hasLines()) {
            begun = Optional.empty();
        } else if (begun.isEmpty()) {
            begun = Optional.of(counter.clock().get());
        }
        var withPrices = changed.priced(taxes, context(changed));
        sale.set(changed);
        priced.set(withPrices);
        totals.set(totals(changed, withPrices));
        rows.setAll(rows(changed, withPrices));
        choose(lineToChoose);
        listeners.forEach(listener -> listener.accept(changed));
    }

    /// Told after every change, for keeping the sale safe.
    public void onChange(Consumer<OpenSale> listener) {
        listeners.add(listener);
    }

    public void begin() {
        state.set(SaleState.SELL);
        change(OpenSale.begin(counter.ids().get()), 0);
    }

    public void beginIfDone() {
        if (state.get() == SaleState.DONE) {
            begin();
        }
    }

    public void go(SaleState next) {
        state.set(next);
    }

    /// Chooses a line; without such a line the last one is chosen.
    public void choose(int lineId) {
        boolean exists = rows.stream().anyMatch(row -> row.lineId() == lineId);
        chosen.set(exists ? lineId : rows.isEmpty() ? 0 : rows.getLast().lineId());
    }

    public void chooseNext(int step) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).lineId() == chosen.get()) {
                choose(rows.get(Math.clamp(i + step, 0, rows.size() - 1)).lineId());
                return;
            }
        }
    }

    /// The line that line commands work on.
    public Optional<BasketLine> chosenLine() {
        return sale.get().basket().line(chosen.get());
    }

    public Optional<LineView> chosenRow() {
        return rows.stream().filter(row -> row.lineId() == chosen.get()).findFirst();
    }

    public PricingContext context(OpenSale of) {
        var day =
                shift.map(ShiftOpening::businessDay)
                        .orElseGet(() -> store.dayAt(counter.clock().get()));
        return PricingContext.of(
                store,
                day,
                begun.orElseGet(counter.clock()),
                of.customer().flatMap(customer -> customer.priceGroup()));
    }

    /// The shift that sales are rung up in; its day decides the prices.
    public void useShift(Optional<ShiftOpening> open) {
        shift = open;
        change(sale.get(), chosen.get());
    }

    public Optional<ShiftOpening> shift() {
        return shift;
    }

    public Store store() {
        return store;
    }

    public TaxRules taxes() {
        return taxes;
    }

    public Locale locale() {
        return locale;
    }

    public OpenSale sale() {
        return sale.get();
    }

    public PricedBasket priced() {
        return priced.get();
    }

    /// All lines as they will stand on the receipt, in the store's language.
    public List<SaleLine> saleLines() {
        var language = Locale.forLanguageTag(store.language());
        var lines = new ArrayList<SaleLine>();
        priced.get().lines().forEach(line -> lines.addAll(soldLines(line, language)));
        lines.addAll(CoreCharges.lines(sale.get(), language));
        lines.addAll(sale.get().fixed());
        lines.replaceAll(line -> sale.get().note(line.lineId()).map(line::withNote).orElse(line));
        lines.replaceAll(line -> {
            var serials = sale.get().serials(line.lineId());
            return serials.isEmpty() ? line : line.withSerials(serials);
        });
        return lines;
    }

    /// A kit is sold as its parts.
    private List<SaleLine> soldLines(PricedLine line, Locale language) {
        var open = sale.get();
        var misfit = Optional.ofNullable(open.parts().misfits().get(line.sku()));
        var askedFor = Optional.ofNullable(open.parts().askedFor().get(line.sku()));
        var sold =
                line.goods().stream()
                        .map(goods ->
                                SaleLine.sold(goods, open.article(goods.sku()).name(language))
                                        .with(misfit, askedFor))
                        .toList();
        if (line.parts().isEmpty()) {
            return sold;
        }
        var name = open.article(line.sku()).name(language);
        var kit = new SaleLine.KitOf(line.lineId(), line.sku(), name, line.quantity());
        var lines = new ArrayList<>(sold.stream().map(part -> part.ofKit(kit)).toList());
        open.note(line.lineId()).ifPresent(note -> lines.set(0, lines.getFirst().withNote(note)));
        return lines;
    }

    public ReadOnlyObjectProperty<OpenSale> saleProperty() {
        return sale.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SaleTotals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SaleState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ObservableList<LineView> rows() {
        return rowsShown;
    }

    private SaleTotals totals(OpenSale of, PricedBasket basket) {
        var returned = of.returned(Money.zero(store.currency()));
        var units =
                Stream.concat(
                                of.basket().lines().stream().map(BasketLine::quantity),
                                of.fixed().stream().map(SaleLine::quantity))
                        .reduce(Quantity.ZERO, Quantity::plus);
        var cores =
                Money.sum(
                        CoreCharges.lines(of, locale).stream().map(SaleLine::total).toList(),
                        store.currency());
        var fixedTax = Money.sum(of.fixed().stream().map(SaleLine::tax).toList(), store.currency());
        return new SaleTotals(
                units,
                basket.gross(),
                basket.discount(),
                basket.tax().plus(fixedTax),
                returned,
                cores,
                basket.total().plus(returned).plus(cores));
    }

    private List<LineView> rows(OpenSale of, PricedBasket basket) {
        var all = new ArrayList<LineView>();
        basket.lines().forEach(line -> all.add(row(of, line)));
        CoreCharges.lines(of, locale).forEach(line -> all.add(row(of, line)));
        of.fixed().forEach(line -> all.add(row(of, line)));
        return all;
    }

    private LineView row(OpenSale of, PricedLine line) {
        return new LineView(
                line.lineId(),
                of.article(line.sku()).name(locale),
                line.sku().value(),
                line.quantity(),
                line.list(),
                line.unit(),
                line.reason(),
                discount(line.adjustments()),
                promotions(line.adjustments()),
                line.total(),
                Optional.empty(),
                of.note(line.lineId()),
                of.fit(line.sku()),
                Optional.ofNullable(of.parts().askedFor().get(line.sku())).map(Sku::value),
                line.parts().stream()
                        .map(part ->
                                new LineView.Part(
                                        of.article(part.sku()).name(locale),
                                        part.sku().value(),
                                        part.quantity(),
                                        of.serials(part.lineId()),
                                        SerialModel.missing(of, part)))
                        .toList(),
                of.serials(line.lineId()),
                SerialModel.missing(of, line));
    }

    private LineView row(OpenSale of, SaleLine line) {
        return new LineView(
                line.lineId(),
                line.description(),
                line.sku().value(),
                line.quantity(),
                line.list(),
                line.unit(),
                line.reason(),
                discount(line.adjustments()),
                promotions(line.adjustments()),
                line.total(),
                line.returnOf().map(origin -> origin.receiptNumber().toString()),
                of.note(line.lineId()).or(line::note),
                Optional.empty(),
                line.askedFor().map(Sku::value),
                List.of(),
                of.serials(line.lineId()).isEmpty() ? line.serials() : of.serials(line.lineId()),
                0);
    }

    private static List<String> promotions(List<Adjustment> adjustments) {
        return adjustments.stream()
                .filter(adjustment -> adjustment.kind() == Adjustment.Kind.PROMOTION)
                .map(Adjustment::label)
                .toList();
    }

    private Money discount(List<Adjustment> adjustments) {
        return Money.sum(adjustments.stream().map(Adjustment::amount).toList(), store.currency());
    }
}
