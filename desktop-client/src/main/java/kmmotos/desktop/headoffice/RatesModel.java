package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.payments.ForeignRates.Rate;
import kmmotos.model.stores.StoreId;
import org.jspecify.annotations.Nullable;

/// Which foreign cash the shops take, and at which rates.
public final class RatesModel {
    private final OfficeWork work;
    private final WorkList<Line> lines = new WorkList<>();

    RatesModel(OfficeWork work) {
        this.work = work;
    }

    /// A rate of a shop.
    public record Line(StoreId store, Rate rate) {

        boolean isEnd() {
            return rate.rate().signum() == 0;
        }
    }

    /// What is typed for a new one.
    public record Typed(String store, String currency, String rate, @Nullable LocalDate from) {}

    private record Answer(List<ForeignRates> items) {}

    public void refresh() {
        work.actions().run(this::read, this::show, work.failed());
    }

    private List<ForeignRates> read() {
        return work.client()
                .get(work.client().at("foreign-rates"), new TypeReference<Answer>() {})
                .items();
    }

    /// By shop and currency, the latest first.
    private void show(List<ForeignRates> all) {
        lines.show(
                all.stream()
                        .flatMap(of -> of.rates().stream().map(rate -> new Line(of.store(), rate)))
                        .sorted(
                                Comparator.comparing((Line line) -> line.store().value())
                                        .thenComparing(
                                                line -> line.rate().currency().getCurrencyCode())
                                        .thenComparing(
                                                line -> line.rate().from(),
                                                Comparator.reverseOrder()))
                        .toList());
        work.fresh().run();
    }

    void clear() {
        lines.clear();
    }

    public void choose(Optional<Line> one) {
        lines.choose(one);
    }

    public void add(Typed typed) {
        Optional<StoreId> store = store(typed.store());
        Optional<Currency> currency = currency(typed.currency());
        Optional<BigDecimal> rate =
                work.workplace()
                        .typedNumbers()
                        .decimal(typed.rate())
                        .filter(number -> number.signum() > 0);
        if (store.isEmpty()) {
            work.problem("headoffice.rates.no_store");
        } else if (currency.isEmpty()) {
            work.problem("headoffice.rates.no_currency");
        } else if (rate.isEmpty() || rate.get().scale() > Rate.MAX_DECIMALS) {
            work.problem("headoffice.rates.no_rate");
        } else if (typed.from() == null) {
            work.problem("headoffice.rates.no_day");
        } else {
            put(store.get(), new Rate(currency.get(), rate.get(), typed.from()));
        }
    }

    /// The currency is not taken any more from a day on.
    public void end(Line line, LocalDate from) {
        put(line.store(), new Rate(line.rate().currency(), BigDecimal.ZERO, from));
    }

    private void put(StoreId store, Rate rate) {
        work.actions()
                .run(
                        () -> {
                            Map<String, Object> _ =
                                    work.client()
                                            .put(
                                                    "foreign-rates/" + store,
                                                    Map.of("rates", with(rate, of(store, read()))),
                                                    new TypeReference<>() {});
                            return read();
                        },
                        all -> {
                            lines.choose(Optional.empty());
                            show(all);
                            work.done("headoffice.rates.was_set");
                        },
                        work.failed());
    }

    private static List<Rate> of(StoreId store, List<ForeignRates> all) {
        return all.stream()
                .filter(rates -> rates.store().equals(store))
                .flatMap(rates -> rates.rates().stream())
                .toList();
    }

    /// In place of the one that begins on the same day.
    private static List<Rate> with(Rate rate, List<Rate> known) {
        List<Rate> rates = new ArrayList<>(known);
        rates.removeIf(
                one -> one.currency().equals(rate.currency()) && one.from().equals(rate.from()));
        rates.add(rate);
        return rates;
    }

    private static Optional<StoreId> store(String text) {
        try {
            return Optional.of(new StoreId(text.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Currency> currency(String text) {
        try {
            return Optional.of(Currency.getInstance(text.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public ObservableList<Line> lines() {
        return lines.items();
    }

    public ReadOnlyObjectProperty<Optional<Line>> chosenProperty() {
        return lines.chosenProperty();
    }
}
