package kmmotos.desktop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.labels.Barcode;
import kmmotos.desktop.labels.Label;
import kmmotos.desktop.labels.LabelBook;
import kmmotos.desktop.labels.LabelStore;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.pricing.PriceBook;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.stores.Store;

/// Labels of a till's shop, in the language of its customers and at the price that everybody pays.
public final class TillLabels implements LabelBook {

    private final Till till;
    private final StockBook stock;
    private final LabelStore store = new LabelStore();

    public TillLabels(Till till, StockBook stock) {
        this.till = till;
        this.stock = stock;
    }

    @Override
    public Map<Sku, Label> labels(Collection<Sku> skus) {
        Store shop = till.store();
        Locale language = Locale.forLanguageTag(shop.language());
        Formats formats = new Formats(language, shop.timeZone());
        PriceBook.Pricing pricing = till.priceBook().current(shop);
        LocalDate today = shop.dayAt(now());
        Map<Sku, Label> labels = new LinkedHashMap<>();
        for (Sku sku : skus) {
            String price =
                    pricing.engine()
                            .quote(
                                    sku,
                                    Quantity.ONE,
                                    PricingContext.of(shop, today, Optional.empty()))
                            .map(quote -> formats.price(quote.unit()))
                            .orElse("");
            item(sku).ifPresent(item -> labels.put(sku, label(item, language, price, bin(sku))));
        }
        return labels;
    }

    private Optional<CatalogItem> item(Sku sku) {
        return till.database().read(session -> till.stores().catalog().find(session, sku));
    }

    /// Where it is picked.
    private String bin(Sku sku) {
        return till.database().read(session -> till.stores().bins().of(session, sku)).stream()
                .findFirst()
                .orElse("");
    }

    private static Label label(CatalogItem item, Locale language, String price, String bin) {
        return new Label(
                item.description(language),
                price,
                item.variant().partNumbers().stream().findFirst().orElse(item.sku().value()),
                bin,
                Barcode.of(item.variant()));
    }

    @Override
    public List<Item> toRenew(int atMost) {
        String zone = till.store().zone();
        List<Sku> skus =
                till.database()
                        .read(session -> {
                            List<String> lists =
                                    till.stores().pricing().upTo(session, zone, now(), 2);
                            return lists.size() < 2
                                    ? List.<Sku>of()
                                    : store.toRenew(session, lists.get(0), lists.get(1), atMost);
                        });
        return skus.stream().flatMap(sku -> stock.item(sku).stream()).toList();
    }

    @Override
    public void printed(Collection<Sku> skus) {
        String zone = till.store().zone();
        boolean _ =
                till.database()
                        .inTransaction(session -> {
                            till.stores()
                                    .pricing()
                                    .inForce(session, zone, now())
                                    .ifPresent(list -> store.printed(session, skus, list));
                            return true;
                        });
    }

    private Instant now() {
        return till.config().clock().instant();
    }
}
