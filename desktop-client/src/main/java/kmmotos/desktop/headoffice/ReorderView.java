package kmmotos.desktop.headoffice;

import java.util.Map;
import java.util.Objects;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.purchasing.ReorderProposal;

/// What a shop would like to get, as the server keeps it.
///
/// @param costs what one piece of its items cost on average, as far as it is known
public record ReorderView(ReorderProposal proposal, Map<Sku, Money> costs) {

    /// 0 if it is not known.
    Money cost(Sku sku, Workplace workplace) {
        return Objects.requireNonNullElse(costs.get(sku), Money.zero(workplace.store().currency()));
    }
}
