package kmmotos.desktop.sales;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.model.staff.StaffMember;

/// Sales put aside, and the open one kept safe after every change, so that neither a crash nor a
/// colleague loses it.
public final class ParkModel {
    private final SaleDesk desk;
    private final ParkedSales kept;
    private final ParkedElsewhere elsewhere;
    private final ObservableList<ParkedSale> parked = FXCollections.observableArrayList();
    private final ObservableList<ParkedSale> parkedShown =
            FXCollections.unmodifiableObservableList(parked);
    private Optional<UUID> keptOpen = Optional.empty();

    public ParkModel(SaleDesk desk, ParkedSales kept, ParkedElsewhere elsewhere) {
        this.desk = desk;
        this.kept = kept;
        this.elsewhere = elsewhere;
        desk.sale().onChange(this::keepOpen);
    }

    /// Puts the open sale aside and begins a new one. A sale that is being paid, or of which a part
    /// is paid, stays in front: its money must not be forgotten in a drawer.
    ///
    /// @return whether the counter is free now
    public boolean park() {
        var sale = desk.sale();
        if (sale.stateProperty().get() == SaleState.TENDER) {
            desk.warn("sales.park.paying");
            return false;
        }
        if (!sale.sale().paid().isEmpty() && sale.stateProperty().get() == SaleState.SELL) {
            desk.warn("sales.park.paid");
            return false;
        }
        if (sale.stateProperty().get() == SaleState.DONE || sale.sale().isEmpty()) {
            return true;
        }
        putAside(sale);
        return true;
    }

    private void putAside(SaleModel sale) {
        var aside = snapshot(sale.sale(), false);
        keptOpen = Optional.empty();
        run(() -> {
            kept.keep(aside);
            elsewhere.changed();
        });
        sale.begin();
        desk.messages().done(desk.texts().get("sales.park.done", desk.money(aside.total())));
        refresh();
    }

    /// Brings a parked sale to the front, from another till too; what is open is parked first. If
    /// somebody else took it meanwhile, it is theirs.
    public void recall(ParkedSale aside) {
        if (!park()) {
            return;
        }
        desk.counter()
                .background()
                .run(
                        () -> taken(aside),
                        taking -> show(aside, taking),
                        desk.failed("sales.lookup.failed"));
    }

    private record Claimed(ParkedElsewhere.Taking taking, Optional<OpenSale> sale) {}

    private Claimed taken(ParkedSale aside) {
        ParkedElsewhere.Taking taking =
                aside.elsewhere().isPresent() ? elsewhere.take(aside) : claimed(aside);
        elsewhere.changed();
        return new Claimed(
                taking,
                taking instanceof ParkedElsewhere.Taking.Taken(ParkedSale sale)
                        ? Optional.of(open(sale))
                        : Optional.empty());
    }

    private ParkedElsewhere.Taking claimed(ParkedSale aside) {
        return kept.claim(aside.saleId())
                .<ParkedElsewhere.Taking>map(ParkedElsewhere.Taking.Taken::new)
                .orElseGet(ParkedElsewhere.Taking.Gone::new);
    }

    private void show(ParkedSale aside, Claimed claimed) {
        claimed.sale()
                .ifPresent(sale -> {
                    desk.sale().begin();
                    desk.sale().change(sale, 0);
                });
        switch (claimed.taking()) {
            case ParkedElsewhere.Taking.Taken _ -> {}
            case ParkedElsewhere.Taking.Gone _ -> desk.warn("sales.park.gone");
            case ParkedElsewhere.Taking.NoAnswer _ ->
                    desk.messages()
                            .warn(
                                    desk.texts()
                                            .get(
                                                    "sales.park.no_answer",
                                                    aside.elsewhere()
                                                            .map(ParkedSale.OtherTill::number)
                                                            .orElse(0)));
        }
        refresh();
    }

    public void refresh() {
        desk.counter()
                .background()
                .run(this::waiting, parked::setAll, desk.failed("sales.park.failed"));
    }

    private List<ParkedSale> waiting() {
        var books = desk.counter().books();
        return Stream.concat(
                        all().stream().filter(sale -> !sale.open()),
                        elsewhere.shown().stream().filter(sale -> !books.isSold(sale.saleId())))
                .sorted(Comparator.comparing(ParkedSale::at).reversed())
                .toList();
    }

    public ObservableList<ParkedSale> parked() {
        return parkedShown;
    }

    /// What was kept, with its articles looked up again; an article that is gone from the books is
    /// left out.
    OpenSale open(ParkedSale aside) {
        var sale = OpenSale.begin(aside.saleId()).withCustomer(aside.customer());
        for (var line : aside.basket().lines()) {
            var article = desk.counter().books().article(line.sku());
            if (article.isPresent()) {
                sale = sale.plus(article.get(), line);
            }
        }
        var basket =
                sale.basket()
                        .withDiscount(aside.basket().discount())
                        .withCoupons(aside.basket().coupons());
        return new OpenSale(
                sale.saleId(),
                basket,
                sale.articles(),
                aside.customer(),
                aside.fixed(),
                aside.orderId(),
                aside.reference(),
                aside.receipts(),
                aside.notes(),
                aside.paid(),
                aside.parts().orElse(PartNotes.NONE));
    }

    /// A finished sale needs no keeping: were it brought back, it would be sold twice.
    void finished(UUID saleId) {
        keptOpen = Optional.empty();
        run(() -> kept.remove(saleId));
    }

    /// The sale that was in front when the till stopped.
    Optional<ParkedSale> interrupted() {
        return all().stream().filter(ParkedSale::open).findFirst();
    }

    /// What was kept and not yet sold. Called away from the window's thread.
    List<ParkedSale> all() {
        var books = desk.counter().books();
        return kept.all().stream().filter(sale -> !books.isSold(sale.saleId())).toList();
    }

    private void keepOpen(OpenSale sale) {
        if (!sale.isEmpty()) {
            keptOpen = Optional.of(sale.saleId());
            var snapshot = snapshot(sale, true);
            run(() -> kept.keep(snapshot));
        } else {
            keptOpen.ifPresent(saleId -> run(() -> kept.remove(saleId)));
            keptOpen = Optional.empty();
        }
    }

    private ParkedSale snapshot(OpenSale sale, boolean open) {
        return new ParkedSale(
                sale.saleId(),
                desk.counter().clock().get(),
                desk.signIn().operator().map(StaffMember::name).orElse(""),
                sale.basket(),
                sale.fixed(),
                sale.orderId(),
                sale.customer(),
                desk.sale().totalsProperty().get().due(),
                sale.reference(),
                sale.receipts(),
                sale.notes(),
                sale.paid(),
                open,
                Optional.of(sale.parts()));
    }

    private void run(Runnable work) {
        desk.counter()
                .background()
                .run(
                        () -> {
                            work.run();
                            return true;
                        },
                        _ -> {},
                        desk.failed("sales.park.failed"));
    }
}
