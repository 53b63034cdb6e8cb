package kmmotos.server.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Scope;

/// Reads the feed after a cursor.
public final class FeedReader {

    private FeedReader() {}

    /// The next page of these scopes. A scope whose position the server cannot confirm is named in
    /// [FeedPage#snapshotScopes] and not read.
    public static FeedPage page(FeedTables feed, Collection<Scope> scopes, Cursor cursor) {
        Map<Scope, FeedTables.Kept> kept = new TreeMap<>(feed.kept(List.copyOf(scopes), cursor));
        List<Scope> lost =
                kept.entrySet().stream()
                        .filter(scope -> !scope.getValue().confirms(cursor.at(scope.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
        List<Scope> readable =
                kept.keySet().stream().filter(scope -> !lost.contains(scope)).toList();
        List<FeedEntry> entries =
                readable.isEmpty()
                        ? List.of()
                        : feed.entriesAfter(readable, cursor, FeedPage.MAX_ENTRIES + 1);
        boolean more = entries.size() > FeedPage.MAX_ENTRIES;
        List<FeedEntry> shown = more ? entries.subList(0, FeedPage.MAX_ENTRIES) : entries;
        return new FeedPage(shown, cursor.after(shown), more, lost);
    }

    /// Where these scopes stand now; within the transaction that reads their state.
    public static Cursor standing(FeedTables feed, Collection<Scope> scopes) {
        Map<Scope, Cursor.Position> last = new TreeMap<>();
        scopes.forEach(scope -> last.put(scope, feed.last(scope)));
        return Cursor.START.with(last);
    }
}
