package kmmotos.desktop.receipts;

import java.time.Instant;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;

/// The X report, a look at the open shift, and the Z report, the seal on a closed one.
public final class ReportLayout {

    /// The names that a shift knows only by their ids.
    public record Names(String till, String openedBy, String printedBy) {}

    private final StorePaper paper;
    private final Texts texts;
    private final Formats formats;

    public ReportLayout(StorePaper paper) {
        this.paper = paper;
        this.texts = paper.texts();
        this.formats = paper.formats();
    }

    public Slip x(ShiftOpening opening, ShiftTotals totals, Instant at, Names names) {
        String title = texts.get("receipts.x.title");
        Slip.Builder slip = paper.headed(title).large(title);
        slip.centered(texts.get("receipts.x.open"));
        head(slip, opening, names);
        moment(slip, "receipts.report.printed", at, names.printedBy());
        totals(slip, totals);
        drawer(slip, opening.openingFloat(), totals);
        Money expected = opening.openingFloat().plus(totals.by("cash"));
        slip.boldPair(texts.get("receipts.report.expected"), formats.money(expected));
        return slip.build();
    }

    public Slip z(ShiftOpening opening, ShiftClosing closing, Names names) {
        ZReport report = closing.report();
        String number = Integer.toString(report.number());
        String title = texts.get("receipts.z.title", number);
        Slip.Builder slip = paper.headed(title).large(title);
        head(slip, opening, names);
        moment(slip, "receipts.report.closed", closing.at(), names.printedBy());
        totals(slip, report.totals());
        drawer(slip, opening.openingFloat(), report.totals());
        slip.boldPair(texts.get("receipts.report.expected"), formats.money(report.expectedCash()));
        slip.boldPair(texts.get("receipts.report.counted"), formats.money(report.countedCash()));
        slip.boldPair(texts.get("receipts.report.difference"), difference(report.difference()));
        return seal(slip, report).build();
    }

    private void head(Slip.Builder slip, ShiftOpening opening, Names names) {
        slip.rule();
        slip.pair(texts.get("receipts.report.business_day"), formats.date(opening.businessDay()));
        slip.pair(texts.get("receipts.report.till"), names.till());
        moment(slip, "receipts.report.opened", opening.at(), names.openedBy());
    }

    private void moment(Slip.Builder slip, String key, Instant at, String who) {
        slip.pair(texts.get(key), formats.dateTime(at));
        slip.pair("", texts.get("receipts.report.by", who));
    }

    private void totals(Slip.Builder slip, ShiftTotals totals) {
        slip.rule();
        slip.pair(
                texts.get("receipts.report.sales", totals.saleCount()),
                formats.amount(totals.sold()));
        slip.pair(
                texts.get("receipts.report.returns", totals.returnCount()),
                formats.amount(totals.returned()));
        slip.largePair(texts.get("receipts.report.takings"), formats.money(totals.takings()));
        slip.pair(texts.get("receipts.report.of_which_tax"), formats.amount(totals.tax()));
        slip.gap().bold(texts.get("receipts.report.payments"));
        totals.byTender()
                .forEach((kind, amount) ->
                        slip.pair(
                                "  " + texts.get("receipts.tender." + kind),
                                formats.amount(amount)));
    }

    private void drawer(Slip.Builder slip, Money openingFloat, ShiftTotals totals) {
        slip.gap().bold(texts.get("receipts.report.drawer"));
        slip.pair("  " + texts.get("receipts.report.float"), formats.amount(openingFloat));
        slip.pair(
                "  " + texts.get("receipts.report.cash_taken"), formats.amount(totals.by("cash")));
    }

    private String difference(Money difference) {
        if (difference.isZero()) {
            return texts.get("receipts.report.exact");
        }
        return (difference.isPositive() ? "+" : "") + formats.money(difference);
    }

    private Slip.Builder seal(Slip.Builder slip, ZReport report) {
        return slip.rule()
                .text(texts.get("receipts.report.seal", report.fromSeq(), report.toSeq()))
                .text(texts.get("receipts.report.journal", report.incarnation()))
                .gap()
                .gap()
                .text("_".repeat(28))
                .text(texts.get("receipts.report.signature"));
    }
}
