package kmmotos.desktop;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.reports.Period;
import kmmotos.desktop.reports.ReportBook;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.pricing.Quote;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.VoidedLine;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.Store;
import org.hibernate.StatelessSession;

/// What this till's books hold, for reports.
public final class TillReports implements ReportBook {
    private static final int UNKNOWN_SHOWN = 8;

    private final Till till;
    private final Locale language;

    /// @param language of items' and categories' names
    public TillReports(Till till, Locale language) {
        this.till = till;
        this.language = language;
    }

    @Override
    public void sales(Period days, Consumer<Sale> to) {
        till.database()
                .read(session -> {
                    till.stores().sales().ofDays(session, days.from(), days.until(), to);
                    return Boolean.TRUE;
                });
    }

    @Override
    public List<VoidedLine> voided(Period days) {
        var zone = till.store().timeZone();
        return till.database()
                .read(session ->
                        till.stores()
                                .sales()
                                .voided(
                                        session,
                                        days.from().atStartOfDay(zone).toInstant(),
                                        days.until().plusDays(1).atStartOfDay(zone).toInstant()));
    }

    @Override
    public String person(UUID staffId) {
        return till.database()
                .read(session -> till.stores().staff().find(session, staffId))
                .map(StaffMember::name)
                .orElseGet(() -> staffId.toString().substring(0, UNKNOWN_SHOWN));
    }

    @Override
    public Article article(Sku sku, String description) {
        return till.database().read(session -> article(session, sku, description));
    }

    private Article article(StatelessSession session, Sku sku, String description) {
        Optional<CatalogItem> item = till.stores().catalog().find(session, sku);
        return new Article(
                item.map(found -> found.description(language)).orElse(description),
                item.map(found -> found.product().category())
                        .map(code -> category(session, code))
                        .orElse(""));
    }

    private String category(StatelessSession session, String code) {
        return till.stores().catalog().categories(session).stream()
                .filter(category -> category.code().equals(code))
                .findFirst()
                .map(category -> category.names().in(language))
                .orElse(code);
    }

    /// Prices are read for this once, and not kept for the counter: it never needs most of them.
    @Override
    public void stock(Consumer<Standing> to) {
        Instant now = till.config().clock().instant();
        Store shop = till.store();
        PricingContext anybody = PricingContext.of(shop, shop.dayAt(now), now, Optional.empty());
        till.database()
                .read(session -> {
                    PricingEngine prices = prices(session, shop, now);
                    till.stores()
                            .stock()
                            .forEach(
                                    session,
                                    (sku, _) -> {
                                        Quantity onHand =
                                                till.stores().stock().level(session, sku).onHand();
                                        if (!onHand.isZero()) {
                                            to.accept(
                                                    new Standing(
                                                            sku,
                                                            article(session, sku, sku.value()),
                                                            onHand,
                                                            prices.quote(sku, Quantity.ONE, anybody)
                                                                    .map(Quote::unit)));
                                        }
                                    });
                    return Boolean.TRUE;
                });
    }

    private PricingEngine prices(StatelessSession session, Store shop, Instant now) {
        Optional<String> list = till.stores().pricing().inForce(session, shop.zone(), now);
        return new PricingEngine(
                sku ->
                        list.map(id -> till.stores().pricing().prices(session, id, sku))
                                .orElse(List.of()),
                new TaxRules(shop.taxPlace(), List.of()));
    }
}
