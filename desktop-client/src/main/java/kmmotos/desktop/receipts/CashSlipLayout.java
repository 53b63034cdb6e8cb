package kmmotos.desktop.receipts;

import java.util.Optional;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.shifts.CashMovement;

/// The slip of money that went into a drawer or out of it without a sale: one line for the note,
/// one to sign on.
public final class CashSlipLayout {

    /// The names that a movement knows only by their ids.
    public record Names(String till, String by, Optional<String> approvedBy) {}

    private final StorePaper paper;
    private final Texts texts;
    private final Formats formats;

    public CashSlipLayout(StorePaper paper) {
        this.paper = paper;
        this.texts = paper.texts();
        this.formats = paper.formats();
    }

    public Slip slip(CashMovement movement, Names names) {
        String title =
                texts.get(
                        "receipts.cash.title." + movement.kind(),
                        Integer.toString(movement.number()));
        Slip.Builder slip = paper.headed(title).large(title);
        slip.rule();
        slip.pair(texts.get("receipts.report.business_day"), formats.date(movement.businessDay()));
        slip.pair(texts.get("receipts.report.till"), names.till());
        slip.pair(texts.get("receipts.cash.at"), formats.dateTime(movement.at()));
        slip.pair("", texts.get("receipts.report.by", names.by()));
        names.approvedBy().ifPresent(who -> slip.pair(texts.get("receipts.cash.approved_by"), who));
        slip.rule();
        slip.pair(
                texts.get("receipts.cash.purpose"),
                texts.get("receipts.cash.purpose." + movement.purpose()));
        if (!movement.note().isEmpty()) {
            slip.text(movement.note());
        }
        slip.largePair(texts.get("receipts.cash.amount"), formats.money(movement.amount()));
        return slip.gap()
                .gap()
                .text("_".repeat(28))
                .text(texts.get("receipts.report.signature"))
                .build();
    }
}
