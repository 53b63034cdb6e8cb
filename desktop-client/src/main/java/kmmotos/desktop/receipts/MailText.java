package kmmotos.desktop.receipts;

import java.util.Locale;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.sales.Sale;

/// A paper as a mail: one line of subject, and its lines in a language.
///
/// @param language of both
public record MailText(Locale language, String subject, String text) {

    private static final PaperLayout PAPER = new PaperLayout(42);

    public static MailText receipt(StorePaper paper, Sale sale, Slip receipt) {
        String subject =
                paper.texts()
                        .get("receipts.mail.receipt", sale.receiptNumber(), paper.store().name());
        return of(paper, subject, receipt);
    }

    /// What was ordered at the counter is there.
    public static MailText arrived(StorePaper paper, CounterOrderProgress progress) {
        var texts = paper.texts();
        var order = progress.order();
        var slip = of(paper, "", new CounterOrderLayout(paper).slip(progress));
        return new MailText(
                slip.language(),
                texts.get("receipts.mail.arrived", order.number(), paper.store().name()),
                texts.get("receipts.mail.arrived_text", order.customerName())
                        + "\n\n"
                        + slip.text());
    }

    private static MailText of(StorePaper paper, String subject, Slip slip) {
        return new MailText(paper.texts().locale(), subject, SlipText.of(slip, PAPER));
    }
}
