package kmmotos.desktop.sales;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kmmotos.desktop.customers.CustomerDesk;
import kmmotos.desktop.customers.CustomerModel;
import kmmotos.desktop.devices.ManualCardTerminal;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.payments.PaymentDesk;
import kmmotos.desktop.payments.TenderModel;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.staff.FakeStaffBooks;
import kmmotos.desktop.staff.PinCheck;
import kmmotos.desktop.staff.SignInModel;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Messages;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.sales.Sale;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Json;

/// A counter in a shop in São Paulo on a Saturday morning, with its books in memory: everything
/// that a clerk can do, without a window.
public final class CounterFixture {
    /// A brake pad, 49.90, and a chain kit, 189.00, as they are scanned.
    public static final String PAD = gtin("789100000001");

    public static final String KIT = gtin("789100000002");
    public static final Instant NOW = Instant.parse("2026-11-21T13:00:00Z");

    public final FakeBooks books = new FakeBooks();
    public final FakeStaffBooks staff = new FakeStaffBooks(() -> NOW);
    public final FakeLeases leases = new FakeLeases();
    public final FakeParts parts = new FakeParts(books);
    public final FakeCustomers customerBook = new FakeCustomers(books, parts);
    public final ManualCardTerminal terminal = new ManualCardTerminal();
    public final Messages messages = new Messages();
    public final Texts texts;
    public final Formats formats;
    public final SignInModel signIn;
    public final ApprovalModel approvals;
    public final SaleModels models;

    /// What the counter's clock shows.
    public Instant now = NOW;

    private final AtomicLong lastId = new AtomicLong();

    public CounterFixture(Path folder) {
        this(folder, Locale.ENGLISH, Background.direct());
    }

    public CounterFixture(Path folder, Locale locale, Background background) {
        this(folder, locale, background, background);
    }

    public CounterFixture(
            Path folder, Locale locale, Background background, Background bookkeeper) {
        this.texts = new Texts(locale);
        this.formats = new Formats(locale, SampleStores.SAO_PAULO.timeZone());
        leases.free.put("BEMVINDO10", 1L);
        var pins = new PinCheck(staff, background, () -> NOW, texts);
        this.signIn = new SignInModel(pins);
        this.approvals = new ApprovalModel(pins, signIn);
        var counter =
                new Counter(
                        books,
                        books,
                        background,
                        bookkeeper,
                        () -> now,
                        this::nextId,
                        SampleStores.TILL_1.deviceId(),
                        leases,
                        parts);
        var sale = new SaleModel(counter, locale);
        var desk = new SaleDesk(counter, sale, signIn, approvals, messages, texts, formats);
        var payment =
                new PaymentDesk(
                        books,
                        terminal,
                        background,
                        this::nextId,
                        desk.failed("sales.journal.failed"));
        var checkout =
                new CheckoutModel(
                        desk,
                        new TenderModel(payment),
                        new Checkout(counter, (sold, _) -> books.handedOut.add(sold)));
        var customers =
                new CustomerModel(
                        new CustomerDesk(
                                customerBook,
                                background,
                                () -> now,
                                this::nextId,
                                signIn,
                                texts,
                                formats,
                                "BR"));
        this.models =
                SaleModels.of(desk, checkout, new ParkedSales(folder, Json.MAPPER), customers);
    }

    /// Signs Ana in and opens a shift with 100.00 in the drawer.
    public CounterFixture open() {
        return open(SampleStaff.ANA, "1111");
    }

    public CounterFixture open(StaffMember member, String pin) {
        signIn(member, pin);
        models.shift().open("100");
        return this;
    }

    public void signIn(StaffMember member, String pin) {
        signIn.refresh();
        signIn.choose(member);
        signIn.signIn(pin);
    }

    public SaleModel sale() {
        return models.desk().sale();
    }

    public void type(String line) {
        models.omnibox().submit(line);
    }

    public void scan(String code) {
        models.omnibox().scanned(code);
    }

    /// Takes cash for what is rung up: what is typed, or all of it.
    public Sale pay(String typed) {
        models.checkout().total();
        models.checkout().cash(typed);
        return books.sales.getLast();
    }

    public String due() {
        return sale().totalsProperty().get().due().amount();
    }

    public String lastMessage() {
        return messages.shown().isEmpty() ? "" : messages.shown().getLast().text();
    }

    private UUID nextId() {
        return new UUID(0x01930000_0000_7000L, 0x8000_0000_0000_0000L + lastId.incrementAndGet());
    }

    private static String gtin(String body) {
        return body + Gtin.checkDigit(body);
    }
}
