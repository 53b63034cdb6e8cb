package kmmotos.server.identity;

import java.time.Instant;
import java.util.UUID;

/// A device on which somebody is signed in.
///
/// @param usedAt when it took its newest token
/// @param userAgent what the program called itself, shortened; empty if it said nothing
public record Session(UUID sessionId, Instant begunAt, Instant usedAt, String userAgent) {}
