package kmmotos.model.sync;

import java.util.List;

/// A page of the feed, to be applied as a whole.
///
/// @param cursor where to go on
/// @param more whether another page is waiting
/// @param snapshotScopes scopes the till must take a snapshot of first: its position is unknown or
///   too old
public record FeedPage(
        List<FeedEntry> entries, Cursor cursor, boolean more, List<Scope> snapshotScopes) {

    public static final int MAX_ENTRIES = 1_000;

    public FeedPage {
        entries = List.copyOf(entries);
        snapshotScopes = List.copyOf(snapshotScopes);
    }
}
