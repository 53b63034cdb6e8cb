package kmmotos.server.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.Scope;

/// The feed as its reader sees it, within one transaction.
public interface FeedTables {

    /// What the server still has of a scope.
    ///
    /// @param oldest the number of the oldest entry that was not removed
    /// @param atPosition the entry that has the cursor's number now
    record Kept(long oldest, Optional<UUID> atPosition) {

        /// From the very beginning one may read while nothing was removed.
        boolean confirms(Cursor.Position position) {
            if (position.n() == 0) {
                return oldest == 1;
            }
            return atPosition.isPresent() && atPosition.equals(position.entryId());
        }
    }

    /// What there is of each of these scopes at the cursor's position in it.
    Map<Scope, Kept> kept(List<Scope> scopes, Cursor cursor);

    /// The entries of these scopes after the cursor, scope by scope as they are named, in the order
    /// of their numbers.
    List<FeedEntry> entriesAfter(List<Scope> scopes, Cursor cursor, int limit);

    /// The last entry of a scope; [Cursor.Position#START] if there is none.
    Cursor.Position last(Scope scope);
}
