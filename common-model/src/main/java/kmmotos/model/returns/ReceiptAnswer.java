package kmmotos.model.returns;

import java.util.List;
import kmmotos.model.sales.Sale;

/// A sale of any store as the server knows it, and what of it came back anywhere.
public record ReceiptAnswer(Sale sale, List<TakenBack> returns) {

    public ReceiptAnswer {
        returns = List.copyOf(returns);
    }
}
