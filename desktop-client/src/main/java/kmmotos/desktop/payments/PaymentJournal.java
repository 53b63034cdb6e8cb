package kmmotos.desktop.payments;

import java.util.UUID;
import kmmotos.model.payments.PaymentIntent;

/// Where card payments are written down; when a call returns, it is on disk. Called away from the
/// window's thread.
public interface PaymentJournal {
    PaymentIntent intend(PaymentIntent intent);

    UUID abandon(UUID intentId, String why);
}
