package kmmotos.desktop.headoffice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.audit.AuditModel;
import kmmotos.desktop.headoffice.ChainView.BackupState;
import kmmotos.desktop.headoffice.ChainView.DayTakings;
import kmmotos.desktop.headoffice.ChainView.Page;
import kmmotos.desktop.headoffice.ChainView.StockLine;
import kmmotos.desktop.headoffice.ChainView.TillState;
import kmmotos.desktop.headoffice.ChainView.TotalTakings;
import kmmotos.desktop.headoffice.HeadOfficeFailed.Reason;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.SaveFile;
import kmmotos.desktop.ui.Workplace;

/// The chain as the server sees it right now. Its background is one that may wait for the network.
public final class HeadOfficeModel {

    /// Longer than this nobody scrolls; a filter finds it faster.
    public static final int MAX_STOCK_LINES = 2_000;

    private record Tills(List<TillState> tills, BackupState backup) {}

    private record Takings(List<TotalTakings> totals, List<DayTakings> days) {}

    private final Workplace workplace;
    private final HeadOfficeClient client;
    private final Clock clock;
    private final OneAtATime actions;
    private final ReadOnlyBooleanWrapper signedIn = new ReadOnlyBooleanWrapper();
    private final Trouble trouble;
    private final ReadOnlyObjectWrapper<Optional<Instant>> asOf =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<StockLine> stock = FXCollections.observableArrayList();
    private final ObservableList<StockLine> stockShown =
            FXCollections.unmodifiableObservableList(stock);
    private final ObservableList<TotalTakings> totals = FXCollections.observableArrayList();
    private final ObservableList<TotalTakings> totalsShown =
            FXCollections.unmodifiableObservableList(totals);
    private final ObservableList<DayTakings> days = FXCollections.observableArrayList();
    private final ObservableList<DayTakings> daysShown =
            FXCollections.unmodifiableObservableList(days);
    private final ObservableList<TillState> tills = FXCollections.observableArrayList();
    private final ObservableList<TillState> tillsShown =
            FXCollections.unmodifiableObservableList(tills);
    private final ObservableList<RegisterView> registers = FXCollections.observableArrayList();
    private final ObservableList<RegisterView> registersShown =
            FXCollections.unmodifiableObservableList(registers);
    private final ShortagesModel shortages;
    private final ReadOnlyObjectWrapper<Optional<BackupState>> backup =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ExceptionsModel exceptions;
    private final CreditModel credit;
    private final CardsModel cards;
    private final CouponsModel coupons;
    private final CashModel cash;
    private final AfterSaleModel afterSale;
    private final PromotionsModel promotions;
    private final PurchasesModel purchases;
    private final ReorderOfficeModel reorder;
    private final SupplierReturnsModel supplierReturns;
    private final AuditModel audit;
    private final CounterOrdersOfficeModel counterOrders;
    private final MailsModel mails;
    private final PeopleModel people;
    private final RatesModel rates;
    private final ReviewsModel reviews;
    private final DeedsModel deeds;
    private Optional<String> nextStock = Optional.empty();
    private String stockNumber = "";

    /// @param files where the audit log is to be saved
    public HeadOfficeModel(
            Workplace workplace, HeadOfficeClient client, SaveFile files, Clock clock) {
        this.workplace = workplace;
        this.client = client;
        this.clock = clock;
        this.actions = new OneAtATime(workplace);
        this.trouble = new Trouble(workplace, () -> signedIn.set(false));
        var work = new OfficeWork(workplace, client, actions, this::fresh, trouble::tell);
        this.shortages = new ShortagesModel(work);
        this.exceptions = new ExceptionsModel(work);
        this.credit = new CreditModel(work);
        this.cards = new CardsModel(work);
        this.coupons = new CouponsModel(work, clock);
        this.cash = new CashModel(work);
        this.afterSale = new AfterSaleModel(work);
        this.promotions = new PromotionsModel(work);
        this.purchases = new PurchasesModel(work, clock);
        this.reorder = new ReorderOfficeModel(work);
        this.supplierReturns = new SupplierReturnsModel(work);
        this.audit =
                new AuditModel(
                        workplace,
                        new AuditCalls(client, workplace.store().timeZone()),
                        files,
                        clock,
                        trouble::tell);
        this.counterOrders = new CounterOrdersOfficeModel(work);
        this.mails = new MailsModel(work);
        this.people = new PeopleModel(work);
        this.rates = new RatesModel(work);
        this.reviews = new ReviewsModel(work);
        this.deeds = new DeedsModel(work);
    }

    public void signIn(String login, String password) {
        if (login.isBlank() || password.isEmpty()) {
            trouble.say(Reason.SIGN_IN_REFUSED);
            return;
        }
        actions.run(
                () -> {
                    client.signIn(login.strip(), password);
                    return client.isSignedIn();
                },
                in -> {
                    trouble.over();
                    signedIn.set(in);
                },
                trouble::tell);
    }

    public void signOut() {
        signedIn.set(false);
        stock.clear();
        totals.clear();
        days.clear();
        tills.clear();
        backup.set(Optional.empty());
        registers.clear();
        shortages.clear();
        exceptions.clear();
        credit.clear();
        cards.clear();
        coupons.clear();
        cash.clear();
        afterSale.clear();
        promotions.clear();
        purchases.clear();
        reorder.clear();
        supplierReturns.clear();
        audit.clear();
        counterOrders.clear();
        mails.clear();
        people.clear();
        rates.clear();
        reviews.clear();
        deeds.clear();
        workplace.background().run(this::endSession, _ -> {}, _ -> {});
    }

    private boolean endSession() {
        client.signOut();
        return true;
    }

    /// @param number the beginning of a SKU, GTIN or part number; empty for all
    public void showStock(String number) {
        stockNumber = number;
        actions.run(
                () -> client.stock(number, Optional.empty()),
                page -> {
                    OfficeWork.replace(stock, page.items());
                    nextStock = page.nextCursor();
                    fresh();
                },
                trouble::tell);
    }

    /// The next page of the stock, when there is one.
    public void showMoreStock() {
        if (nextStock.isPresent() && stock.size() < MAX_STOCK_LINES) {
            actions.run(() -> client.stock(stockNumber, nextStock), this::add, trouble::tell);
        }
    }

    public void showTakings(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            trouble.say("headoffice.days_reversed");
            return;
        }
        actions.run(
                () ->
                        new Takings(
                                client.totals(from, until),
                                client.takings(from, until, Optional.empty()).items()),
                takings -> {
                    OfficeWork.replace(totals, takings.totals());
                    OfficeWork.replace(days, takings.days());
                    fresh();
                },
                trouble::tell);
    }

    /// The day it is where the store is.
    public LocalDate today(ZoneId timeZone) {
        return LocalDate.ofInstant(clock.instant(), timeZone);
    }

    public void showTills() {
        actions.run(
                () -> new Tills(client.tills(), client.backup()),
                all -> {
                    OfficeWork.replace(tills, all.tills());
                    backup.set(Optional.of(all.backup()));
                    fresh();
                },
                trouble::tell);
    }

    public ExceptionsModel exceptions() {
        return exceptions;
    }

    public CreditModel credit() {
        return credit;
    }

    public CardsModel cards() {
        return cards;
    }

    public PeopleModel people() {
        return people;
    }

    public RatesModel rates() {
        return rates;
    }

    public ReviewsModel reviews() {
        return reviews;
    }

    public DeedsModel deeds() {
        return deeds;
    }

    public MailsModel mails() {
        return mails;
    }

    public CounterOrdersOfficeModel counterOrders() {
        return counterOrders;
    }

    public SupplierReturnsModel supplierReturns() {
        return supplierReturns;
    }

    public ReorderOfficeModel reorder() {
        return reorder;
    }

    public PurchasesModel purchases() {
        return purchases;
    }

    public PromotionsModel promotions() {
        return promotions;
    }

    public CouponsModel coupons() {
        return coupons;
    }

    public AfterSaleModel afterSale() {
        return afterSale;
    }

    public AuditModel audit() {
        return audit;
    }

    public CashModel cash() {
        return cash;
    }

    public void showRegisters() {
        actions.run(
                client::registers,
                all -> {
                    OfficeWork.replace(registers, all);
                    fresh();
                },
                trouble::tell);
    }

    public ObservableList<RegisterView> registers() {
        return registersShown;
    }

    public ShortagesModel shortages() {
        return shortages;
    }

    public ReadOnlyBooleanProperty signedInProperty() {
        return signedIn.getReadOnlyProperty();
    }

    /// A sentence on why the figures are old or missing; empty when all is well.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.words();
    }

    /// When the figures came.
    public ReadOnlyObjectProperty<Optional<Instant>> asOfProperty() {
        return asOf.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    public ObservableList<StockLine> stock() {
        return stockShown;
    }

    public ObservableList<TotalTakings> totals() {
        return totalsShown;
    }

    public ObservableList<DayTakings> days() {
        return daysShown;
    }

    /// How far the chain is in a verified backup; empty until it is known.
    public ReadOnlyObjectProperty<Optional<BackupState>> backupProperty() {
        return backup.getReadOnlyProperty();
    }

    public ObservableList<TillState> tills() {
        return tillsShown;
    }

    private void add(Page<StockLine> page) {
        stock.addAll(page.items());
        nextStock = page.nextCursor();
        fresh();
    }

    private void fresh() {
        trouble.over();
        asOf.set(Optional.of(clock.instant()));
    }
}
