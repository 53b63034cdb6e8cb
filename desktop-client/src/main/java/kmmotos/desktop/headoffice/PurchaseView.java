package kmmotos.desktop.headoffice;

import java.time.Instant;
import kmmotos.model.purchasing.PurchaseProgress;

/// A purchase order and how far it has come, as the server keeps it.
public record PurchaseView(
        PurchaseProgress progress, PurchaseProgress.State state, Instant changedAt) {}
