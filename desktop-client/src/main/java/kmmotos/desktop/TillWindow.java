package kmmotos.desktop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;
import kmmotos.desktop.audit.AuditModel;
import kmmotos.desktop.deposits.CounterOrdersModel;
import kmmotos.desktop.deposits.CounterOrdersScreen;
import kmmotos.desktop.devices.DeviceFailed;
import kmmotos.desktop.guide.GuideStore;
import kmmotos.desktop.headoffice.HeadOfficeClient;
import kmmotos.desktop.headoffice.HeadOfficeModel;
import kmmotos.desktop.headoffice.HeadOfficeScreen;
import kmmotos.desktop.headoffice.RepairDialog;
import kmmotos.desktop.headoffice.RepairModel;
import kmmotos.desktop.help.HelpDialog;
import kmmotos.desktop.help.KeyCard;
import kmmotos.desktop.keys.KeyMapStore;
import kmmotos.desktop.orders.OrderBell;
import kmmotos.desktop.orders.OrdersModel;
import kmmotos.desktop.orders.OrdersScreen;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.PaperStrip;
import kmmotos.desktop.reports.ReportsModel;
import kmmotos.desktop.reports.ReportsScreen;
import kmmotos.desktop.sales.SaleScreen;
import kmmotos.desktop.sales.SaleState;
import kmmotos.desktop.settings.DevicesScreen;
import kmmotos.desktop.settings.KeyWords;
import kmmotos.desktop.settings.KeysModel;
import kmmotos.desktop.settings.KeysPane;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.settings.SettingsModel;
import kmmotos.desktop.settings.SettingsScreen;
import kmmotos.desktop.settings.SettingsStore;
import kmmotos.desktop.shifts.ShiftDesk;
import kmmotos.desktop.shifts.ShiftModels;
import kmmotos.desktop.shifts.ShiftScreen;
import kmmotos.desktop.staff.SignInScreen;
import kmmotos.desktop.status.SyncStatusModel;
import kmmotos.desktop.status.SyncStatusScreen;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.BackgroundThread;
import kmmotos.desktop.ui.FontScale;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.ScanBursts;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shell;
import kmmotos.desktop.ui.ShellModel;
import kmmotos.desktop.ui.Theme;
import kmmotos.desktop.ui.TwoScreens;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.money.Money;
import kmmotos.model.orders.Order;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/// The window of one till: every screen in the shell, and what keeps them up to date.
public final class TillWindow implements AutoCloseable {
    private static final PaperLayout ON_SCREEN = new PaperLayout(42);
    private static final Duration LOOK_EVERY = Duration.seconds(5);

    private final TillDesk desk;
    private Settings settings;
    private final ShellModel model = new ShellModel();
    private final ScanBursts bursts = new ScanBursts(ScanBursts.DEFAULT_GAP);
    private final Shell shell;
    private final Workplace workplace;
    private final OrdersModel orders;
    private final ShiftModels shift;
    private final SyncStatusModel sync;
    private final Timeline clock = new Timeline(new KeyFrame(LOOK_EVERY, _ -> lookAround()));
    private final BackgroundThread network = new BackgroundThread("till-network");
    private final BackgroundThread reading = new BackgroundThread("till-reports");
    private final BackgroundThread books = new BackgroundThread("till-books");
    private final TwoScreens orderTabs;
    private final SavedFiles files;
    private final SettingsModel choices;
    private final TillDevices devices;
    private final SignInScreen signIn;
    private @Nullable FirstSteps firstSteps;
    private boolean recovered;

    public TillWindow(Till till, Settings settings, SettingsStore store, Background background) {
        this.settings = settings;
        this.desk =
                new TillDesk(
                        till,
                        settings,
                        model.messages(),
                        new TillDesk.Work(background, books),
                        this::printerFailed);
        this.shell = new Shell(model, desk.texts());
        this.workplace =
                new Workplace(
                        till.store(),
                        till.identity().till(),
                        desk.texts(),
                        model.messages(),
                        background,
                        () -> desk.signIn().operator().orElseThrow());
        this.orders =
                new OrdersModel(
                        workplace,
                        new OrdersModel.Tools(
                                new TillOrders(till),
                                desk.printer(),
                                OrderBell.beep(),
                                this::handOver));
        this.shift =
                ShiftModels.of(
                        new ShiftDesk(
                                workplace,
                                new TillShifts(till),
                                desk.printer(),
                                till.config().clock(),
                                desk.cashApprovals(),
                                this::partPaid));
        this.sync =
                new SyncStatusModel(
                        workplace,
                        new TillSyncReport(till),
                        new TillNumbers(till),
                        till.config().clock(),
                        words -> model.showSync(words.light(), words.brief()));
        this.orderTabs =
                new TwoScreens(
                        part("orders.title", new OrdersScreen(workplace, orders)),
                        part(
                                "orders.counter.title",
                                new CounterOrdersScreen(workplace, counterOrders())));
        this.signIn = new SignInScreen(desk.signIn(), desk.texts(), till.store().name());
        this.files = new SavedFiles(workplace, model.messages());
        this.choices = new SettingsModel(workplace, store, settings, this::use);
        this.devices = new TillDevices(desk, workplace, choices);
        useScanner(settings);
        addScreens();
        watch();
    }

    public Scene scene(double width, double height) {
        return scene(width, height, System::nanoTime);
    }

    /// @param nanos the clock by which scans are told from typing
    Scene scene(double width, double height, LongSupplier nanos) {
        var scene = shell.scene(width, height, bursts, nanos);
        dress(scene, settings);
        return scene;
    }

    public static void dress(Scene scene, Settings settings) {
        var scale =
                Arrays.stream(FontScale.values())
                        .filter(candidate -> candidate.percent() == settings.fontScalePercent())
                        .findFirst()
                        .orElse(FontScale.PERCENT_100);
        (settings.dark() ? Theme.DARK : Theme.LIGHT).dress(scene, scale);
    }

    public ShellModel model() {
        return model;
    }

    public Shell shell() {
        return shell;
    }

    public TillDesk desk() {
        return desk;
    }

    ShiftModels shifts() {
        return shift;
    }

    SignInScreen signInScreen() {
        return signIn;
    }

    /// What people set here last.
    Settings settings() {
        return settings;
    }

    /// Shows the clock, sync and orders as they are now; called every few seconds.
    public void lookAround() {
        var formats = workplace.formats();
        model.showClock(formats.time(desk.till().config().clock().instant()));
        sync.refresh();
        orders.refresh();
        devices.model().lookAgain();
    }

    @Override
    public void close() {
        clock.stop();
        devices.close();
        shell.close();
        desk.close();
        network.close();
        reading.close();
        books.close();
    }

    private void addScreens() {
        var leads =
                new SaleScreen.Leads(
                        sale -> new PaperStrip(ON_SCREEN, desk.receipts().slip(sale)),
                        desk.receipts()::printAgain,
                        desk.receipts()::printGift,
                        desk.receipts()::printQuote,
                        this::saveQuote,
                        desk.receipts()::mail,
                        () -> model.goTo(Place.ORDERS),
                        desk.signIn()::lock);
        shell.lockWith(signIn, desk.signIn()::lock);
        shell.scansFirstTo(desk::scannedBadge);
        shell.helpWith(this::help);
        shell.add(Place.SELL, new SaleScreen(desk.sales(), shell.dialogs(), leads));
        shell.add(Place.ORDERS, orderTabs);
        shell.add(
                Place.STOCK,
                StockPlace.screen(
                        desk,
                        workplace,
                        () -> choices.settingsProperty().get().labels(),
                        files::choose));
        shell.add(Place.SHIFT, new ShiftScreen(shift));
        shell.add(Place.REPORTS, reports());
        shell.add(Place.SYNC, new SyncStatusScreen(workplace, sync, this::repair));
        shell.add(Place.HEAD_OFFICE, headOffice());
        shell.add(
                Place.SETTINGS,
                new TwoScreens(
                        part("settings.title", settingsScreen()),
                        part("settings.devices", new DevicesScreen(workplace, devices.model()))));
    }

    private TwoScreens.Part part(String title, Screen screen) {
        return new TwoScreens.Part(desk.texts().get(title), screen);
    }

    private SettingsScreen settingsScreen() {
        var root = desk.till().config().folder().root();
        var steps =
                new FirstSteps(
                        new FirstSteps.Ways(
                                () -> model.goTo(Place.SETTINGS),
                                this::saveKeyCard,
                                shell::turnToTraining),
                        new GuideStore(root),
                        workplace.background(),
                        choices,
                        desk.texts(),
                        shell.dialogs());
        firstSteps = steps;
        var keys = new KeysModel(workplace, KeyMapStore.in(root), desk::noteSetting);
        return new SettingsScreen(
                workplace,
                choices,
                List.of(new KeysPane(keys, desk.texts(), shell.dialogs()), steps.card()));
    }

    private CounterOrdersModel counterOrders() {
        var deposits = desk.sales().deposits();
        return new CounterOrdersModel(
                workplace,
                new CounterOrdersModel.Tools(
                        new TillCounterOrders(desk.till()),
                        desk.till().config().clock(),
                        (order, typed) -> atCounter(deposits.payMore(order, typed)),
                        order -> atCounter(deposits.handOver(order)),
                        order -> atCounter(deposits.giveBack(order)),
                        desk.receipts()::printOrder));
    }

    private boolean atCounter(boolean isFree) {
        if (isFree) {
            model.goTo(Place.SELL);
        }
        return isFree;
    }

    private void showOrder(CounterOrderProgress progress) {
        model.goTo(Place.ORDERS);
        orderTabs.showSecond();
        boolean _ = orderTabs.scanned(progress.order().number());
    }

    /// Head office's figures come over the line, so they get a thread of their own: a slow server
    /// never holds up a scan.
    private Workplace away() {
        return workplace.with(network);
    }

    /// A year of sales takes some seconds, and the counter doesn't wait for it.
    private ReportsScreen reports() {
        var aside = workplace.with(reading);
        return new ReportsScreen(
                aside,
                new ReportsModel(
                        aside,
                        new TillReports(desk.till(), settings.language()),
                        desk.till().config().clock()),
                new AuditModel(
                        aside,
                        new TillAudit(desk.till()),
                        files::choose,
                        desk.till().config().clock(),
                        _ -> model.messages().problem(desk.texts().get("audit.failed"))),
                files::choose);
    }

    private HeadOfficeClient office() {
        return new HeadOfficeClient(desk.till().identity().server(), desk.texts().locale());
    }

    private HeadOfficeScreen headOffice() {
        var away = away();
        return new HeadOfficeScreen(
                away,
                new HeadOfficeModel(away, office(), files::choose, desk.till().config().clock()),
                files::choose,
                desk.printer()::print);
    }

    private void saveQuote(Quote quote) {
        files.save(
                quote.number() + ".pdf",
                file -> desk.receipts().saveQuote(quote, file),
                "sales.quote.saved",
                "sales.quote.not_saved");
    }

    private void help() {
        Place front = model.placeProperty().get();
        shell.dialogs().show(new HelpDialog(front, desk.texts(), this::saveKeyCard));
    }

    private void saveKeyCard() {
        var texts = desk.texts();
        List<Place> places = List.copyOf(model.allowedPlaces());
        files.save(
                texts.get("help.card.file") + ".pdf",
                file -> KeyCard.write(places, texts, file),
                "help.card.saved",
                "help.card.not_saved");
    }

    private void repair() {
        var away = away();
        var repair = new RepairModel(away, office(), desk.till().sync().signer());
        shell.dialogs().show(new RepairDialog(away, repair));
    }

    private void watch() {
        var till = desk.till();
        model.showTill(
                desk.texts().get("ui.till", till.store().name(), till.identity().till().number()));
        desk.signIn().operatorProperty().subscribe(this::operatorChanged);
        desk.sales().shift().shiftProperty().subscribe(this::showShift);
        shift.shift().shiftProperty().subscribe(_ -> desk.sales().shift().refresh());
        desk.sales()
                .deposits()
                .openedProperty()
                .subscribe(found -> found.ifPresent(this::showOrder));
        orders.waitingProperty().subscribe(count -> model.showOrdersWaiting(count.intValue()));
        till.sync().board().onNews(_ -> Platform.runLater(orders::refresh));
        devices.model()
                .printerProperty()
                .subscribe(_ -> model.showDevices(devices.model().brief()));
        till.findings().forEach(finding -> model.messages().warn(finding));
        KeyWords.troubles(desk.texts().keys(), desk.texts()).forEach(model.messages()::warn);
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        lookAround();
    }

    private void operatorChanged(Optional<StaffMember> operator) {
        if (operator.isEmpty()) {
            model.lock();
            return;
        }
        model.allow(places(operator.get()));
        model.unlock(operator.get().name());
        shift.standsHere(operator.get());
        desk.sales().shift().refresh();
        if (!recovered) {
            recovered = true;
            desk.sales().recovery().lookAround();
            if (firstSteps != null) {
                firstSteps.offer();
            }
        }
    }

    /// Where people practise there is no head office, and nothing to set.
    private List<Place> places(StaffMember operator) {
        boolean training = desk.till().config().training();
        return Arrays.stream(Place.values())
                .filter(place ->
                        switch (place) {
                            case HEAD_OFFICE ->
                                    !training && operator.role().may(Permission.READ_CHAIN);
                            case SYNC, SETTINGS -> !training;
                            case REPORTS -> operator.role().may(Permission.READ_REPORTS);
                            default -> true;
                        })
                .toList();
    }

    private void showShift(Optional<ShiftOpening> open) {
        var texts = desk.texts();
        model.showShift(
                open.map(it -> texts.get("ui.shift.open", workplace.formats().time(it.at())))
                        .orElse(texts.get("ui.shift.none")));
    }

    /// What is paid already of the sale in front.
    private Optional<Money> partPaid() {
        Money paid =
                Money.sum(
                        desk.sales().desk().sale().sale().paid().stream()
                                .map(Tender::amount)
                                .toList(),
                        workplace.store().currency());
        boolean isFinished = desk.sales().desk().sale().stateProperty().get() == SaleState.DONE;
        return isFinished || paid.isZero() ? Optional.empty() : Optional.of(paid);
    }

    private void handOver(Order order) {
        model.goTo(Place.SELL);
        if (desk.sales().parking().park()) {
            desk.sales().lines().handOver(order);
        }
    }

    private void useScanner(Settings changed) {
        var scanner = changed.scanner();
        bursts.use(scanner.gap(), scanner.prefix(), scanner.suffix());
        desk.till().readScansBy(scanner.grammar());
    }

    private void use(Settings changed) {
        useScanner(changed);
        var before = settings;
        settings = changed;
        desk.noteSetting(SettingsStore.changes(before, changed));
        if (!before.printer().equals(changed.printer())) {
            desk.usePrinter(changed.printer());
        }
        devices.use(changed);
        var scene = shell.dialogs().getScene();
        if (scene != null) {
            dress(scene, changed);
        }
    }

    private void printerFailed(DeviceFailed failure) {
        var key = "ui.printer." + failure.reason().name().toLowerCase(Locale.ROOT);
        Platform.runLater(() -> model.messages().problem(desk.texts().get(key, failure.where())));
    }
}
