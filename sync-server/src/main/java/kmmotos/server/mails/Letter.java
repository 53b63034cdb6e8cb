package kmmotos.server.mails;

import java.time.Instant;
import java.util.UUID;

/// A mail as it goes out, whoever asked for it.
///
/// @param at the moment it bears
/// @param language BCP 47 tag
/// @param text lines as on paper
public record Letter(
        UUID requestId, Instant at, String to, String language, String subject, String text) {}
