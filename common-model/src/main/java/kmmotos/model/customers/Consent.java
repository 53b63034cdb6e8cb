package kmmotos.model.customers;

import java.time.Instant;

/// Whether a customer lets the shop write to them about offers, and when they said so.
public record Consent(boolean given, Instant at) {}
