package kmmotos.server;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import kmmotos.server.accounts.AccountAdminRoutes;
import kmmotos.server.accounts.AccountRoutes;
import kmmotos.server.accounts.AddressRoutes;
import kmmotos.server.accounts.CustomerRoutes;
import kmmotos.server.accounts.EmailRoutes;
import kmmotos.server.accounts.ErasureRoutes;
import kmmotos.server.accounts.ExportRoutes;
import kmmotos.server.accounts.ProfileRoutes;
import kmmotos.server.accounts.SecondFactorRoutes;
import kmmotos.server.accounts.SessionRoutes;
import kmmotos.server.audit.AuditRoutes;
import kmmotos.server.backup.BackupRoutes;
import kmmotos.server.backup.BackupWatch;
import kmmotos.server.catalog.CatalogImportRoutes;
import kmmotos.server.catalog.CatalogRoutes;
import kmmotos.server.customers.CustomerAdminRoutes;
import kmmotos.server.deposits.CounterOrderRoutes;
import kmmotos.server.docs.DocsRoutes;
import kmmotos.server.http.Authentication;
import kmmotos.server.http.Cors;
import kmmotos.server.http.Deeds;
import kmmotos.server.http.ErrorMapper;
import kmmotos.server.http.Observation;
import kmmotos.server.http.PackedAsSent;
import kmmotos.server.http.ProtocolErrors;
import kmmotos.server.http.RateLimits;
import kmmotos.server.http.RequestLog;
import kmmotos.server.identity.AccessTokens;
import kmmotos.server.identity.Account;
import kmmotos.server.identity.Sealer;
import kmmotos.server.identity.SecondFactors;
import kmmotos.server.identity.SignIn;
import kmmotos.server.identity.SignInRoutes;
import kmmotos.server.identity.SigningKey;
import kmmotos.server.leases.CreditRoutes;
import kmmotos.server.leases.GiftCardRoutes;
import kmmotos.server.leases.LeaseAdminRoutes;
import kmmotos.server.leases.LeaseRoutes;
import kmmotos.server.mails.MailRoutes;
import kmmotos.server.mails.Outbox;
import kmmotos.server.mails.SmtpPort;
import kmmotos.server.orders.CartRoutes;
import kmmotos.server.orders.ClaimRoutes;
import kmmotos.server.orders.OrderAdminRoutes;
import kmmotos.server.orders.OrderAgainRoutes;
import kmmotos.server.orders.OrderRepairRoutes;
import kmmotos.server.orders.OrderRoutes;
import kmmotos.server.orders.OrderUpkeep;
import kmmotos.server.pricing.CouponBatchRoutes;
import kmmotos.server.pricing.CouponKeyStore;
import kmmotos.server.pricing.ForeignRateRoutes;
import kmmotos.server.pricing.PriceAdminRoutes;
import kmmotos.server.pricing.PriceExplanationRoutes;
import kmmotos.server.pricing.PriceListRoutes;
import kmmotos.server.pricing.PromotionRoutes;
import kmmotos.server.purchasing.PurchaseRoutes;
import kmmotos.server.purchasing.ReorderRoutes;
import kmmotos.server.purchasing.SupplierReturnRoutes;
import kmmotos.server.quotes.QuoteAdminRoutes;
import kmmotos.server.quotes.QuoteRoutes;
import kmmotos.server.returns.ReceiptRoutes;
import kmmotos.server.returns.ReturnRoutes;
import kmmotos.server.reviews.ReviewAdminRoutes;
import kmmotos.server.reviews.ReviewRoutes;
import kmmotos.server.sales.CashRoutes;
import kmmotos.server.sales.CompletenessRoutes;
import kmmotos.server.sales.CoreRoutes;
import kmmotos.server.sales.LostSaleRoutes;
import kmmotos.server.sales.TakingsRoutes;
import kmmotos.server.search.Search;
import kmmotos.server.serials.SerialRoutes;
import kmmotos.server.serials.TillSerialRoutes;
import kmmotos.server.shortages.ShortageRoutes;
import kmmotos.server.staff.FirstAccount;
import kmmotos.server.staff.StaffRoutes;
import kmmotos.server.staff.TillSignInRoutes;
import kmmotos.server.stock.StockAdminRoutes;
import kmmotos.server.stock.TillStockRoutes;
import kmmotos.server.stock.TransferAdminRoutes;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.DataFolder;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.DatabaseAddress;
import kmmotos.server.storage.LocalPostgres;
import kmmotos.server.storage.StartRefused;
import kmmotos.server.stores.EnrolmentRoutes;
import kmmotos.server.stores.StoreRoutes;
import kmmotos.server.sync.ExceptionRoutes;
import kmmotos.server.sync.FeedRoutes;
import kmmotos.server.sync.JournalImportRoutes;
import kmmotos.server.sync.ServerStore;
import kmmotos.server.sync.SyncRoutes;
import kmmotos.server.sync.UploadQueue;
import kmmotos.server.sync.UploadRoom;
import kmmotos.server.sync.Uploads;
import kmmotos.server.wishes.WishRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server: wires every part by hand, in the order in which they need each other.
public final class ServerApp {

    private static final Logger LOG = LoggerFactory.getLogger(ServerApp.class);
    private static final String USAGE =
            "Usage: ./km server [FILE.properties|FILE.yaml]    (all settings: docs/server.md)";
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_REFUSED = 2;
    private static final Duration ORDER_UPKEEP = Duration.ofSeconds(20);

    /// A larger catalogue's first index is made while the server answers other requests.
    private static final Duration FIRST_INDEX = Duration.ofSeconds(10);

    /// Helidon tells of itself on standard error; kept here, as a logger's level goes with it.
    private static final java.util.logging.Logger HELIDON =
            java.util.logging.Logger.getLogger("io.helidon");

    /// Warns with a stack trace of everybody who leaves in the middle of a request.
    private static final java.util.logging.Logger CONNECTIONS =
            java.util.logging.Logger.getLogger("io.helidon.webserver.http1");

    private ServerApp() {}

    /// Runs until the process is told to end. Arguments are configuration files.
    ///
    /// Whoever starts it reads one sentence on standard error when it can't: exit code 2 if
    /// something has to be set right, 1 if it failed for a reason that the log tells.
    public static void main(String[] args) throws InterruptedException {
        RunningServer server;
        if (Arrays.asList(args).contains("--help")) {
            end(0, USAGE);
            return;
        }
        try {
            List<Path> files = Arrays.stream(args).map(Path::of).toList();
            server = start(ServerConfig.load(files, System.getenv()));
        } catch (StartRefused e) {
            end(EXIT_REFUSED, String.valueOf(e.getMessage()));
            return;
        } catch (RuntimeException e) {
            LOG.error("the server did not start", e);
            end(EXIT_FAILED, "The server did not start: " + e + ". The log tells more.");
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        new CountDownLatch(1).await();
    }

    private static void end(int code, String sentence) {
        System.err.println(sentence.replaceAll("\\s*\\R\\s*", " "));
        System.exit(code);
    }

    /// Starts a server; it answers when this returns.
    public static RunningServer start(ServerConfig config) {
        HELIDON.setLevel(Level.WARNING);
        CONNECTIONS.setLevel(Level.SEVERE);
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            return start(config, parts);
        } catch (RuntimeException e) {
            closeAll(parts);
            throw e;
        }
    }

    /// What every route stands on.
    private record Base(
            ServerConfig config,
            Clock clock,
            Observation observation,
            Database database,
            AccessTokens tokens,
            SignIn signIn,
            SecondFactors factors,
            SigningKey coupons,
            Search search) {

        Locale language() {
            return Locale.forLanguageTag(config.chain().language());
        }
    }

    private static RunningServer start(ServerConfig config, Deque<AutoCloseable> parts) {
        Base base = base(config, parts);
        ServerStore store = SyncFeatures.store(base.database(), base.clock());
        Uploads uploads = new Uploads(store);
        SyncRoutes sync =
                new SyncRoutes(
                        base.database(),
                        store,
                        new UploadQueue(
                                uploads,
                                base.clock(),
                                config.sync().commits(),
                                base.observation().meters()),
                        new UploadRoom(
                                new UploadRoom.Limits(
                                        config.sync().maxUploads(), config.sync().maxUploadBytes()),
                                new SecureRandom(),
                                base.observation().meters()),
                        new FeedRoutes.Limits(
                                config.sync().longPoll(), config.sync().feedPoll(), base.clock()));
        RequestLog log = new RequestLog(base.observation().meters());
        HttpRouting.Builder routing = HttpRouting.builder();
        filters(routing, base, log);
        base.observation().register(routing, base.database()::answers);
        // Looked through in this order; the tills ask most.
        routing.register("/sync/v1", tills(base, sync));
        routing.register("/", new DocsRoutes());
        routing.register("/api/shop/v1", shop(base));
        routing.register("/api/admin/v1", headOffice(base, uploads));
        routing.register("/api/store/v1", store(base));
        keep(parts, OrderUpkeep.start(base.database(), base.clock(), ORDER_UPKEEP));
        ServerConfig.Mail mail = config.mail();
        if (mail.isSet()) {
            keep(parts, Outbox.start(base.database(), base.clock(), new SmtpPort(mail)));
        }
        keep(
                parts,
                Housekeeping.start(base.database(), base.signIn(), base.search(), base.clock()));
        keep(parts, BackupWatch.start(base.database(), config.backup(), base.clock()));
        WebServer web = listen(config.http(), routing, log);
        keep(parts, web::stop);
        // Requests that wait for news would outlast the grace period.
        keep(parts, sync);
        LOG.info("KM Motos server on http://{}:{}", config.http().host(), web.port());
        return new RunningServer(web, base.database(), base.search().index(), parts);
    }

    private static Base base(ServerConfig config, Deque<AutoCloseable> parts) {
        Clock clock = Clock.systemUTC();
        ServerConfig.Identity identity = config.identity();
        DataFolder folder = keep(parts, DataFolder.open(config.dataFolder()));
        Observation observation = keep(parts, new Observation());
        Database database =
                keep(
                        parts,
                        Database.open(
                                address(config, folder, parts),
                                config.database().poolSize(),
                                SyncFeatures.ROWS,
                                observation.meters()));
        SigningKey key = SigningKey.load(SigningKey.Source.TOKENS, identity.signingKey(), folder);
        AccessTokens tokens = new AccessTokens(key, identity.accessToken(), clock);
        new FirstAccount()
                .ensure(
                        database,
                        folder,
                        identity.firstUser(),
                        identity.firstPassword(),
                        clock.instant());
        SecondFactors factors = new SecondFactors(Sealer.load(identity.encryptionKeys(), folder));
        SignIn signIn = signIn(identity, database, tokens, factors, clock);
        SigningKey coupons =
                SigningKey.load(SigningKey.Source.COUPONS, config.coupons().signingKey(), folder);
        database.execute(
                new Caller.Server("coupon key"),
                session ->
                        new CouponKeyStore()
                                .register(session, coupons.publicKey(), clock.instant()));
        Search search =
                keep(
                        parts,
                        Search.start(
                                database,
                                clock,
                                config.search(),
                                folder.path().resolve("search"),
                                observation.meters()));
        boolean _ = search.index().awaitNews(FIRST_INDEX);
        return new Base(
                config, clock, observation, database, tokens, signIn, factors, coupons, search);
    }

    /// The log is outermost, so that it sees what every other filter answers.
    private static void filters(HttpRouting.Builder routing, Base base, RequestLog log) {
        routing.addFilter(log);
        ErrorMapper.register(routing, base.language());
        routing.addFilter(new Cors(base.config().http().corsOrigins()));
        routing.addFilter(new Authentication(base.tokens()::read));
        routing.addFilter(new RateLimits(base.config().http().limits(), System::nanoTime));
        routing.addFilter(new Deeds());
    }

    private static HttpService[] shop(Base base) {
        ServerConfig.Chain chain = base.config().chain();
        return new HttpService[] {
            new SignInRoutes(base.signIn(), Account.Kind.CUSTOMER),
            new CustomerRoutes(base.database(), base.clock(), chain),
            new AccountRoutes(base.database(), base.signIn(), base.clock(), chain),
            new EmailRoutes(base.database(), base.signIn(), base.clock(), chain),
            new SecondFactorRoutes(
                    base.database(), base.signIn(), base.factors(), base.clock(), chain),
            new ErasureRoutes(base.database(), base.signIn(), base.factors(), base.clock(), chain),
            new SessionRoutes(base.database(), base.signIn(), base.clock()),
            new ProfileRoutes(base.database(), base.clock()),
            new ExportRoutes(base.database(), base.signIn(), base.clock()),
            new AddressRoutes(base.database(), base.clock()),
            base.search().shopRoutes(base.language()),
            new CatalogRoutes(base.database(), base.clock(), base.language()),
            new ReviewRoutes(base.database(), base.clock(), base.language()),
            new WishRoutes(base.database(), base.clock(), base.language()),
            new PriceExplanationRoutes(base.database(), base.clock()),
            new ClaimRoutes(base.database(), base.clock(), base.language()),
            new CartRoutes(base.database(), base.clock(), base.language()),
            new OrderRoutes(base.database(), base.clock()),
            new OrderAgainRoutes(base.database(), base.signIn(), base.clock(), base.language())
        };
    }

    private static HttpService[] headOffice(Base base, Uploads uploads) {
        Database database = base.database();
        Clock clock = base.clock();
        return new HttpService[] {
            new SignInRoutes(base.signIn(), Account.Kind.STAFF),
            new StaffRoutes(database, base.signIn(), clock),
            new StoreRoutes(database, clock, base.config().http().publicUrl()),
            new CustomerAdminRoutes(database, clock),
            new AccountAdminRoutes(database, base.factors(), clock, base.config().chain()),
            new ExceptionRoutes(database, uploads, clock),
            new JournalImportRoutes(database, uploads, clock),
            new CatalogImportRoutes(
                    database, Currency.getInstance(base.config().chain().currency())),
            base.search().adminRoutes(),
            new ReviewAdminRoutes(database, clock, base.language()),
            new PriceAdminRoutes(database, clock),
            new PromotionRoutes(database, clock),
            new CouponBatchRoutes(database, clock, base.coupons()),
            new StockAdminRoutes(database, clock, base.language()),
            new TransferAdminRoutes(database),
            new PurchaseRoutes(database, clock),
            new ReorderRoutes(database, clock),
            new SupplierReturnRoutes(database, clock),
            new ShortageRoutes(database, clock, base.language()),
            new OrderAdminRoutes(database),
            new OrderRepairRoutes(database, clock),
            new TakingsRoutes(database),
            new CashRoutes(database),
            new AuditRoutes(database),
            new ReturnRoutes(database),
            new ForeignRateRoutes(database),
            new LostSaleRoutes(database),
            new SerialRoutes(database),
            new QuoteAdminRoutes(database),
            new CounterOrderRoutes(database),
            new MailRoutes(database, base.config().mail().isSet()),
            new CoreRoutes(database),
            new LeaseAdminRoutes(database, clock),
            new CreditRoutes(database, clock),
            new GiftCardRoutes(database, clock),
            new CompletenessRoutes(database, clock),
            new BackupRoutes(database, base.config().backup(), clock)
        };
    }

    private static HttpService[] store(Base base) {
        return new HttpService[] {
            new TillSignInRoutes(base.database(), base.signIn(), base.clock())
        };
    }

    private static HttpService[] tills(Base base, SyncRoutes sync) {
        return new HttpService[] {
            sync,
            new EnrolmentRoutes(base.database(), base.clock()),
            new PriceListRoutes(base.database(), base.clock()),
            new LeaseRoutes(base.database(), base.clock()),
            new ReceiptRoutes(base.database(), base.clock()),
            new QuoteRoutes(base.database(), base.clock()),
            new TillStockRoutes(base.database(), base.clock()),
            new TillSerialRoutes(base.database(), base.clock())
        };
    }

    private static SignIn signIn(
            ServerConfig.Identity config,
            Database database,
            AccessTokens tokens,
            SecondFactors factors,
            Clock clock) {
        return new SignIn(
                database,
                new SignInAccounts(),
                tokens,
                factors,
                new SignIn.Limits(
                        config.refreshToken(),
                        config.signInAttempts(),
                        config.signInWindow(),
                        clock));
    }

    private static DatabaseAddress address(
            ServerConfig config, DataFolder folder, Deque<AutoCloseable> parts) {
        ServerConfig.Storage given = config.database();
        if (given.embedded()) {
            return keep(parts, LocalPostgres.start(folder, given.port(), given.archiveCommand()))
                    .database("km");
        }
        return new DatabaseAddress(given.url(), given.owner(), given.application());
    }

    private static WebServer listen(
            ServerConfig.Http http, HttpRouting.Builder routing, RequestLog log) {
        refuseATakenPort(http);
        WebServer web =
                WebServer.builder()
                        .host(http.host())
                        .port(http.port())
                        .shutdownGracePeriod(http.shutdownGrace())
                        .shutdownHook(false)
                        .maxPayloadSize(http.maxBodyBytes())
                        .directHandlers(ProtocolErrors.handlers(log))
                        .contentEncoding(PackedAsSent.context())
                        .routing(routing)
                        .build()
                        .start();
        if (!web.isRunning() || web.port() <= 0) {
            throw new StartRefused("The server can't listen on " + http.host() + ":" + http.port());
        }
        return web;
    }

    /// Helidon logs a port it can't have and goes on without it, so we look first.
    private static void refuseATakenPort(ServerConfig.Http http) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(http.host(), http.port()));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "Port "
                            + http.port()
                            + " on "
                            + http.host()
                            + " is taken or not to be had ("
                            + e.getMessage()
                            + "). Stop the other program or choose another with km.http.port.",
                    e);
        }
    }

    private static <T extends AutoCloseable> T keep(Deque<AutoCloseable> parts, T part) {
        parts.push(part);
        return part;
    }

    /// Closes the parts, the last one made first; one that fails does not keep the others open.
    static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
            }
        }
    }
}
