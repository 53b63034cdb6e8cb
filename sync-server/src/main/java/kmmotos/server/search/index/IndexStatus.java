package kmmotos.server.search.index;

import java.time.Instant;
import java.util.Optional;

/// How this node's index stands.
///
/// @param documents the products in it
/// @param behindEntries how much of the feed it did not hold when it last looked
/// @param upToDateAt when it last held all there was
/// @param builtAt when it was last made anew by this process
/// @param rebuilding whether another one is being made beside it
public record IndexStatus(
        boolean ready,
        int documents,
        long behindEntries,
        Optional<Instant> upToDateAt,
        Optional<Instant> builtAt,
        boolean rebuilding) {

    static final IndexStatus NONE =
            new IndexStatus(false, 0, 0, Optional.empty(), Optional.empty(), false);

    IndexStatus rebuilding(boolean now) {
        return new IndexStatus(ready, documents, behindEntries, upToDateAt, builtAt, now);
    }

    IndexStatus built(Instant at) {
        return new IndexStatus(
                true, documents, behindEntries, upToDateAt, Optional.of(at), rebuilding);
    }

    IndexStatus holding(int nowDocuments, long nowBehind, Instant at) {
        return new IndexStatus(
                true,
                nowDocuments,
                nowBehind,
                nowBehind == 0 ? Optional.of(at) : upToDateAt,
                builtAt,
                rebuilding);
    }
}
