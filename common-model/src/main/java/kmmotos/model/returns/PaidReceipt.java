package kmmotos.model.returns;

import java.util.List;
import java.util.UUID;

/// How a receipt was paid, as far as goods come back by it.
public record PaidReceipt(UUID saleId, List<Receipt.Payment> payments) {

    public PaidReceipt {
        payments = List.copyOf(payments);
    }

    public static PaidReceipt of(Receipt receipt) {
        return new PaidReceipt(receipt.saleId(), receipt.payments());
    }
}
