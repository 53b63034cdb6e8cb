package kmmotos.model.sync;

import java.util.UUID;

/// One entry of the feed.
///
/// @param n its number in the scope, from 1, without gaps
public record FeedEntry(Scope scope, long n, UUID entryId, Policy policy) {}
