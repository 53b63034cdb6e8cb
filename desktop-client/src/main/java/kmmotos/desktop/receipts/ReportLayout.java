package kmmotos.desktop.receipts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;
import kmmotos.model.sales.CarriedShift;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashTotals;
import kmmotos.model.shifts.CountedPieces;
import kmmotos.model.shifts.ForeignCount;

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
        Money expected = opening.openingFloat().plus(totals.cashInDrawer());
        slip.boldPair(texts.get("receipts.report.expected"), formats.money(expected));
        foreign(slip, totals.foreignInDrawer());
        return slip.build();
    }

    /// For somebody who is to count the drawer without knowing what should be in it: without cash,
    /// and without the sums that tell it.
    public Slip blindX(ShiftOpening opening, ShiftTotals totals, Instant at, Names names) {
        String title = texts.get("receipts.x.title");
        Slip.Builder slip = paper.headed(title).large(title);
        slip.centered(texts.get("receipts.x.open"));
        head(slip, opening, names);
        moment(slip, "receipts.report.printed", at, names.printedBy());
        return blind(slip, opening, totals).build();
    }

    /// For a shift that goes on at another till, uncounted, so without what should be in its
    /// drawer.
    public Slip left(ShiftOpening opening, ShiftClosing closing, Names names) {
        ZReport report = closing.report();
        String title = texts.get("receipts.left.title", Integer.toString(report.number()));
        Slip.Builder slip = paper.headed(title).large(title);
        slip.centered(texts.get("receipts.left.text"));
        head(slip, opening, names);
        moment(slip, "receipts.report.closed", closing.at(), names.printedBy());
        return blind(slip, opening, report.totals()).build();
    }

    private Slip.Builder blind(Slip.Builder slip, ShiftOpening opening, ShiftTotals totals) {
        slip.rule();
        slip.pair(texts.get("receipts.report.sales", totals.saleCount()), "");
        slip.pair(texts.get("receipts.report.returns", totals.returnCount()), "");
        slip.gap().bold(texts.get("receipts.report.payments"));
        totals.byTender().forEach((kind, amount) -> tender(slip, kind, amount));
        slip.gap().bold(texts.get("receipts.report.drawer"));
        if (opening.carried().isEmpty()) {
            slip.pair(
                    "  " + texts.get("receipts.report.float"),
                    formats.amount(opening.openingFloat()));
        }
        moved(slip, totals);
        return slip.rule().text(texts.get("receipts.x.blind"));
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
        counted(slip, report);
        slip.boldPair(texts.get("receipts.report.expected"), formats.money(report.expectedCash()));
        slip.boldPair(texts.get("receipts.report.counted"), formats.money(report.countedCash()));
        slip.boldPair(texts.get("receipts.report.difference"), difference(report.difference()));
        report.foreign().forEach(count -> foreign(slip, count));
        opening.carried().ifPresent(before -> whole(slip, before, report.totals()));
        return seal(slip, report).build();
    }

    /// Of a shift that was at other tills before.
    private void whole(Slip.Builder slip, CarriedShift before, ShiftTotals here) {
        slip.rule();
        slip.bold(
                texts.get(
                        "receipts.report.whole",
                        Integer.toString(before.tillNumber()),
                        Integer.toString(before.zNumber())));
        totals(slip, before.totals().plus(here));
    }

    private void head(Slip.Builder slip, ShiftOpening opening, Names names) {
        slip.rule();
        slip.pair(texts.get("receipts.report.business_day"), formats.date(opening.businessDay()));
        slip.pair(texts.get("receipts.report.till"), names.till());
        if (opening.drawer() > 1) {
            slip.pair(
                    texts.get("receipts.report.drawer_number"), Integer.toString(opening.drawer()));
        }
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

    private void tender(Slip.Builder slip, String kind, Money amount) {
        if (!kind.equals("cash")) {
            slip.pair("  " + texts.get("receipts.tender." + kind), formats.amount(amount));
        }
    }

    private void drawer(Slip.Builder slip, Money openingFloat, ShiftTotals totals) {
        slip.gap().bold(texts.get("receipts.report.drawer"));
        slip.pair("  " + texts.get("receipts.report.float"), formats.amount(openingFloat));
        slip.pair(
                "  " + texts.get("receipts.report.cash_taken"), formats.amount(totals.by("cash")));
        moved(slip, "receipts.report.foreign_change", totals.changeForForeign().negated());
        moved(slip, totals);
    }

    private void foreign(Slip.Builder slip, Map<String, Money> taken) {
        taken.forEach((code, amount) ->
                slip.pair(
                        texts.get("receipts.report.foreign_expected", code),
                        formats.amount(amount)));
    }

    private void foreign(Slip.Builder slip, ForeignCount count) {
        String code = count.counted().currency().getCurrencyCode();
        pieces(slip, count.pieces());
        slip.boldPair(
                texts.get("receipts.report.foreign_expected", code),
                formats.amount(count.expected()));
        slip.boldPair(
                texts.get("receipts.report.foreign_counted", code),
                formats.amount(count.counted()));
        slip.boldPair(texts.get("receipts.report.difference"), difference(count.difference()));
    }

    private void moved(Slip.Builder slip, ShiftTotals totals) {
        CashTotals cash = totals.cashMoved();
        moved(slip, "receipts.report.paid_in", cash.paidIn());
        moved(slip, "receipts.report.paid_out", cash.paidOut().negated());
        moved(slip, "receipts.report.dropped", cash.dropped().negated());
        if (cash.noSales() > 0) {
            slip.pair(
                    "  " + texts.get("receipts.report.no_sales"), Integer.toString(cash.noSales()));
        }
    }

    private void moved(Slip.Builder slip, String key, Money amount) {
        if (!amount.isZero()) {
            slip.pair("  " + texts.get(key), formats.amount(amount));
        }
    }

    private void counted(Slip.Builder slip, ZReport report) {
        pieces(slip, report.pieces());
    }

    private void pieces(Slip.Builder slip, List<CountedPieces> pieces) {
        if (!pieces.isEmpty()) {
            slip.gap().bold(texts.get("receipts.report.pieces"));
            for (CountedPieces kind : pieces) {
                slip.pair(
                        "  %d x %s".formatted(kind.count(), formats.amount(kind.worth())),
                        formats.amount(kind.sum()));
            }
            slip.gap();
        }
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
