package kmmotos.desktop.headoffice;

import java.time.Instant;
import kmmotos.model.pricing.Promotion;

/// A promotion as the server keeps it.
public record PromotionView(Promotion promotion, Instant changedAt) {}
