package kmmotos.desktop;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kmmotos.desktop.customers.CustomerDesk;
import kmmotos.desktop.customers.CustomerModel;
import kmmotos.desktop.devices.CardTerminal;
import kmmotos.desktop.devices.DeviceFailed;
import kmmotos.desktop.devices.ManualCardTerminal;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.devices.PrinterHardware;
import kmmotos.desktop.devices.PrinterSettings;
import kmmotos.desktop.devices.SimulatedCardTerminal;
import kmmotos.desktop.keys.KeyMapStore;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.payments.PaymentDesk;
import kmmotos.desktop.payments.TenderModel;
import kmmotos.desktop.sales.Checkout;
import kmmotos.desktop.sales.CheckoutModel;
import kmmotos.desktop.sales.Counter;
import kmmotos.desktop.sales.SaleDesk;
import kmmotos.desktop.sales.SaleModel;
import kmmotos.desktop.sales.SaleModels;
import kmmotos.desktop.settings.Settings;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.staff.PinCheck;
import kmmotos.desktop.staff.SignInModel;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Messages;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.audit.AuditNote;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;

/// A till with everything a clerk can do at its counter, still without a window: the models of
/// sign-in, sale and payment on the till's own books, journal and devices.
public final class TillDesk implements AutoCloseable {
    private final Till till;
    private final Texts texts;
    private final Messages messages;
    private final Work work;
    private final PrintQueue printer;
    private final TillReceipts receipts;
    private final SignInModel signIn;
    private final CardTerminal terminal;
    private final SaleModels sales;
    private final ApprovalModel saleApprovals;
    private final ApprovalModel cashApprovals;
    private final ApprovalModel stockApprovals;

    /// Where work is done that the window's thread is not to wait for.
    ///
    /// @param counter look-ups and facts, one after the other: what the clerk waits for
    /// @param books brings the books up to the journal after a sale
    public record Work(Background counter, Background books) {
        /// Everything at once on the caller's thread.
        public static Work direct() {
            return new Work(Background.direct(), Background.direct());
        }
    }

    /// @param printerTrouble told on the printer's thread
    public TillDesk(
            Till till,
            Settings settings,
            Messages messages,
            Work work,
            Consumer<DeviceFailed> printerTrouble) {
        this.till = till;
        this.texts =
                new Texts(
                        settings.language(), KeyMapStore.in(till.config().folder().root()).read());
        this.messages = messages;
        this.work = work;
        this.terminal =
                till.config().training() ? new SimulatedCardTerminal() : new ManualCardTerminal();
        this.printer = new PrintQueue(hardware(till, settings.printer()), printerTrouble);
        this.receipts = new TillReceipts(till, printer);
        var clock = till.config().clock();
        var pins = new PinCheck(new TillStaff(till), work.counter(), clock::instant, texts);
        this.signIn = new SignInModel(pins);
        this.saleApprovals = new ApprovalModel(pins, signIn);
        this.sales = sales(settings.language(), saleApprovals);
        this.cashApprovals = new ApprovalModel(pins, signIn);
        this.stockApprovals = new ApprovalModel(pins, signIn);
    }

    /// Where people practise every slip says so, and the drawer stays shut.
    private static PrinterHardware hardware(Till till, PrinterSettings settings) {
        PrinterHardware hardware = PrinterHardware.of(settings);
        return till.config().training()
                ? hardware.practising(Training.mark(till.store()))
                : hardware;
    }

    /// From the next slip on, this printer.
    void usePrinter(PrinterSettings settings) {
        printer.use(hardware(till, settings));
    }

    public Till till() {
        return till;
    }

    public Texts texts() {
        return texts;
    }

    public Messages messages() {
        return messages;
    }

    public Background background() {
        return work.counter();
    }

    public PrintQueue printer() {
        return printer;
    }

    public TillReceipts receipts() {
        return receipts;
    }

    public SignInModel signIn() {
        return signIn;
    }

    /// Takes a scan that is a badge: it answers what somebody else is asked for, else it signs in.
    boolean scannedBadge(String code) {
        Optional<Badge> badge = Badge.parse(code);
        badge.ifPresent(theirs ->
                Stream.of(saleApprovals, cashApprovals, stockApprovals)
                        .filter(one -> one.askedProperty().get().isPresent())
                        .findFirst()
                        .ifPresentOrElse(
                                asking -> asking.approve(theirs),
                                () -> signIn.signIn(theirs, messages::refuse)));
        return badge.isPresent();
    }

    /// Writes down for the audit log what was set, and by whom.
    ///
    /// @param changes empty for none
    void noteSetting(String changes) {
        if (!changes.isEmpty()) {
            Optional<UUID> by = signIn.operator().map(StaffMember::staffId);
            var note = new AuditNote(AuditKind.SETTING_CHANGED, by, Optional.empty(), "");
            work.counter()
                    .run(
                            () -> till.recorder().record(new Event.DeskNoted(note.about(changes))),
                            _ -> {},
                            _ -> messages.problem(texts.get("sales.journal.failed")));
        }
    }

    public SaleModels sales() {
        return sales;
    }

    /// What is asked of a second person at the drawer, beside what is asked at the sale.
    public ApprovalModel cashApprovals() {
        return cashApprovals;
    }

    /// What is asked of a second person where goods are handled.
    public ApprovalModel stockApprovals() {
        return stockApprovals;
    }

    @Override
    public void close() {
        printer.close();
    }

    private SaleModels sales(Locale language, ApprovalModel approvals) {
        var books = new TillCounter(till);
        var config = till.config();
        var counter =
                new Counter(
                        books,
                        books,
                        work.counter(),
                        work.books(),
                        config.clock()::instant,
                        () -> UuidV7.of(config.clock().instant(), config.random()),
                        till.identity().till().deviceId(),
                        till.leases(),
                        books.parts());
        var formats = new Formats(language, till.store().timeZone());
        var sale = new SaleModel(counter, language);
        var desk = new SaleDesk(counter, sale, signIn, approvals, messages, texts, formats);
        var payment =
                new PaymentDesk(
                        books,
                        terminal,
                        work.counter(),
                        counter.ids(),
                        _ -> messages.problem(texts.get("sales.journal.failed")));
        var checkout =
                new CheckoutModel(
                        desk, new TenderModel(payment), new Checkout(counter, receipts::handOut));
        return SaleModels.of(
                desk, checkout, till.parked(), new TillParked(till), customers(books, counter));
    }

    private CustomerModel customers(TillCounter books, Counter counter) {
        var place = till.store().taxPlace();
        return new CustomerModel(
                new CustomerDesk(
                        books.customerBook(),
                        work.counter(),
                        counter.clock(),
                        counter.ids(),
                        signIn,
                        texts,
                        new Formats(texts.locale(), till.store().timeZone()),
                        place.length() < 2 ? place : place.substring(0, 2)));
    }
}
