package kmmotos.server.sync;

import java.time.Instant;
import java.util.List;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.FeedReader;
import kmmotos.server.storage.Caller;

/// Hands the tills what the server decided, page by page.
public final class Downloads {

    private final ServerStore store;

    public Downloads(ServerStore store) {
        this.store = store;
    }

    /// The parts of the feed that concern a till.
    static List<Scope> scopes(Till till, String zone) {
        return List.of(
                Scope.CATALOG,
                Scope.CUSTOMERS,
                Scope.device(till.deviceId()),
                Scope.priceList(zone),
                Scope.store(till.storeId()));
    }

    /// Notes that the till spoke with the server; answers the parts of the feed that concern it.
    public List<Scope> contact(Till till, Instant now) {
        return store.inTransaction(
                caller(till),
                tables -> {
                    tables.noteContact(till, now);
                    return scopes(till, tables.zone(till.storeId()));
                });
    }

    /// The next page after the cursor.
    public FeedPage page(Till till, List<Scope> scopes, Cursor cursor) {
        return store.inTransaction(caller(till), tables -> FeedReader.page(tables, scopes, cursor));
    }

    private static Caller caller(Till till) {
        return new Caller.Device(till.deviceId(), till.storeId());
    }
}
