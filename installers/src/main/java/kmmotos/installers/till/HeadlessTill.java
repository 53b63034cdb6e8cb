package kmmotos.installers.till;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillConfig;
import kmmotos.desktop.TillStaff;
import kmmotos.desktop.devices.SimulatedPrinter;
import kmmotos.desktop.neighbours.NeighbourStatus;
import kmmotos.desktop.pricing.PricingStore;
import kmmotos.desktop.receipts.ReceiptLayout;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.shifts.ShiftStore;
import kmmotos.desktop.staff.PinAnswer;
import kmmotos.desktop.sync.Enroller;
import kmmotos.desktop.sync.EnrolmentAnswer;
import kmmotos.desktop.sync.Recorder;
import kmmotos.desktop.sync.SyncProgress;
import kmmotos.desktop.sync.SyncStatus;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ZReport;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Event;

/// A real till without its window: journal, database, sync and devices as at a counter, worked by
/// code.
public final class HeadlessTill implements AutoCloseable {
    private static final Duration FIRST_NEWS = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Till till;
    private final Store store;
    private final Clock clock;
    private final SimulatedPrinter printer = new SimulatedPrinter();
    private final ReceiptLayout receipts;
    private final List<String> printed = new ArrayList<>();

    private HeadlessTill(Till till) {
        this.till = till;
        this.store = till.store();
        this.clock = till.config().clock();
        this.receipts = new ReceiptLayout(StorePaper.of(store));
    }

    /// Opens the till in a folder; at its first start it enrols with a code and takes a snapshot.
    public static HeadlessTill open(Path folder, String url, Supplier<String> code) {
        return open(TillConfig.of(folder), url, code);
    }

    /// As above, with another clock or disk.
    public static HeadlessTill open(TillConfig config, String url, Supplier<String> code) {
        if (!config.folder().isEnrolled()) {
            enrol(config, url, code.get());
        }
        HeadlessTill till = new HeadlessTill(Till.open(config));
        till.startSync();
        return till;
    }

    private static void enrol(TillConfig config, String url, String code) {
        EnrolmentAnswer answer =
                new Enroller(config.folder(), config.clock(), "headless")
                        .enrol(url, code, SyncProgress.NONE);
        if (!(answer instanceof EnrolmentAnswer.Enrolled)) {
            throw new IllegalStateException("Enrolling at " + url + " was answered by " + answer);
        }
    }

    private void startSync() {
        till.goOnline();
        await(
                "the first price list",
                FIRST_NEWS,
                () -> till.priceBook().current(store).priceListId());
    }

    /// Checks a PIN as the till's own sign-in does.
    public void signIn(UUID staff, String pin) {
        PinAnswer answer = new TillStaff(till).checkPin(staff, pin);
        if (!(answer instanceof PinAnswer.Accepted)) {
            throw new IllegalStateException("the PIN was answered by " + answer);
        }
    }

    @Override
    public void close() {
        till.close();
    }

    public Store store() {
        return store;
    }

    public DeviceId device() {
        return till.identity().till().deviceId();
    }

    /// The till itself: its stores, journal and database.
    public Till till() {
        return till;
    }

    public PricingEngine pricing() {
        return till.priceBook().current(store).engine();
    }

    /// How many receipts it has written so far, projected or not.
    public int saleCount() {
        return Math.toIntExact(till.journal().counter());
    }

    public Optional<LocalDate> openDay() {
        return shift().map(shift -> shift.opening().businessDay());
    }

    public void openShift(UUID staff, LocalDate day, Money cash) {
        write(
                new Event.ShiftOpened(
                        new ShiftOpening(
                                UUID.randomUUID(),
                                store.storeId(),
                                device(),
                                day,
                                clock.instant(),
                                staff,
                                cash)));
    }

    /// Counts exactly what should be there, and seals the shift.
    public ZReport closeShift(UUID staff) {
        ShiftStore.OpenShift shift = shift().orElseThrow();
        int number = till.database().read(till.stores().shifts()::nextReportNumber);
        Recorder.Recorded closed =
                till.recorder().record(next -> closing(shift, number, staff, next));
        till.recorder().project();
        return switch (closed.event()) {
            case Event.ShiftClosed(ShiftClosing closing) -> closing.report();
            default -> throw new IllegalStateException("not the closing: " + closed);
        };
    }

    /// Journal, then receipt, then database, as at the counter.
    public Sale sell(Document document) {
        return sell(document, List.of());
    }

    /// @param couponLeases the till's leases on the document's coupons
    public Sale sell(Document document, List<UUID> couponLeases) {
        Sale sale = record(document, couponLeases);
        printer.print(receipts.receipt(sale, ReceiptLayout.Names.ofStaff("")));
        printed.add(sale.receiptNumber().toString());
        till.recorder().project();
        return sale;
    }

    /// The numbers of the receipts that came out of the printer since this till was opened.
    public List<String> printed() {
        return List.copyOf(printed);
    }

    public Optional<Coupon> coupon(String code) {
        return till.database()
                .read(session -> till.stores().pricing().coupon(session, code))
                .map(PricingStore.KnownCoupon::coupon);
    }

    public Quantity onHand(Sku sku) {
        return till.database().read(session -> till.stores().stock().level(session, sku)).onHand();
    }

    /// Waits until the till shows so many.
    public void awaitOnHand(Sku sku, Quantity expected, Duration patience) {
        await(
                expected + " of " + sku,
                patience,
                () -> Optional.of(onHand(sku)).filter(expected::equals));
    }

    /// Waits until so many other tills of the shop are connected.
    public void awaitNeighbours(int count, Duration patience) {
        await(
                count + " neighbours",
                patience,
                () -> Optional.of(connected().size()).filter(connected -> connected >= count));
    }

    /// Waits until every connected neighbour keeps all that was written down.
    public void awaitMirrored(Duration patience) {
        await(
                "the neighbours' copies",
                patience,
                () ->
                        Optional.of(connected())
                                .filter(all -> !all.isEmpty())
                                .filter(all -> all.stream().allMatch(this::keepsAll)));
    }

    private List<NeighbourStatus> connected() {
        return till.neighbours().status().stream().filter(NeighbourStatus::isConnected).toList();
    }

    private boolean keepsAll(NeighbourStatus neighbour) {
        return neighbour.kept() == till.journal().endSeq();
    }

    /// Waits until the feed has brought a web order.
    public Order awaitOrder(String number, Duration patience) {
        return await(
                "order " + number,
                patience,
                () ->
                        till.database()
                                .read(session ->
                                        till.stores().orders().findByNumber(session, number)));
    }

    private <T> T await(String what, Duration patience, Supplier<Optional<T>> look) {
        Instant end = clock.instant().plus(patience);
        Optional<T> found = look.get();
        while (found.isEmpty()) {
            if (clock.instant().isAfter(end)) {
                throw new IllegalStateException(
                        store.name() + ": " + what + " did not come within " + patience);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            found = look.get();
        }
        return found.get();
    }

    /// As far as the journal: what a power cut right after it leaves.
    public Sale sellWithoutProjection(Document document) {
        return record(document, List.of());
    }

    private Sale record(Document document, List<UUID> couponLeases) {
        ShiftOpening shift = shift().orElseThrow().opening();
        Recorder.Recorded recorded =
                till.recorder()
                        .record(next ->
                                new Event.SaleCompleted(sale(document, shift, next, couponLeases)));
        return switch (recorded.event()) {
            case Event.SaleCompleted(Sale sale) -> sale;
            default -> throw new IllegalStateException("not the sale: " + recorded);
        };
    }

    /// Writes any other fact down and applies it.
    public void write(Event event) {
        till.recorder().record(event);
        till.recorder().project();
    }

    /// Waits until the server has confirmed everything that was written down.
    public void awaitConfirmation(Duration patience) {
        till.sync().wake();
        await("the server's confirmation", patience, this::confirmed);
    }

    private Optional<Long> confirmed() {
        SyncStatus status = till.sync().status();
        return status.backlog() == 0 ? Optional.of(status.confirmed()) : Optional.empty();
    }

    /// Waits until the till stands where the server does.
    ///
    /// @return the types of policy in which their tables differ
    public List<String> awaitComparison(Duration patience) {
        return await("a comparison with the server", patience, till.sync()::compare);
    }

    /// How many sales its database holds.
    public long projectedSales() {
        return till.database()
                .read(session ->
                        session.createSelectionQuery("select count(*) from SaleRow", Long.class)
                                .getSingleResult());
    }

    private Sale sale(
            Document document, ShiftOpening shift, Recorder.Next next, List<UUID> couponLeases) {
        return new Sale(
                document.saleId(),
                next.receiptNumber(),
                store.storeId(),
                device(),
                shift.shiftId(),
                shift.businessDay(),
                document.at(),
                document.staff(),
                document.customer(),
                document.lines(),
                document.tenders(),
                document.total(),
                document.coupons(),
                document.order(),
                till.priceBook().current(store).priceListId(),
                document.reference(),
                couponLeases);
    }

    private Event closing(ShiftStore.OpenShift shift, int number, UUID staff, Recorder.Next next) {
        Money cash = shift.opening().openingFloat().plus(shift.totals().cashInDrawer());
        return new Event.ShiftClosed(
                new ShiftClosing(
                        shift.opening().shiftId(),
                        store.storeId(),
                        device(),
                        clock.instant(),
                        staff,
                        new ZReport(
                                number,
                                shift.opening().shiftId(),
                                next.incarnation(),
                                shift.fromSeq(),
                                next.seq() - 1,
                                shift.totals(),
                                cash,
                                cash)));
    }

    private Optional<ShiftStore.OpenShift> shift() {
        return till.database().read(till.stores().shifts()::open).stream().findFirst();
    }
}
