package kmmotos.desktop.receipts;

import java.time.Instant;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;

/// A gift card as it is handed out: the amount, the number to read and the number to scan.
public final class GiftCardLayout {
    private final StorePaper paper;
    private final Texts texts;
    private final Formats formats;

    public GiftCardLayout(StorePaper paper) {
        this.paper = paper;
        this.texts = paper.texts();
        this.formats = paper.formats();
    }

    public Slip card(GiftCardNumber number, Money amount, Instant at) {
        return paper.headed(number.toString())
                .large(texts.get("receipts.gift_card.title"))
                .large(formats.money(amount))
                .gap()
                .heading(number.printed())
                .barcode(number.code())
                .gap()
                .centered(formats.dateTime(at))
                .centered(texts.get("receipts.gift_card.where"))
                .centered(texts.get("receipts.gift_card.keep"))
                .build();
    }
}
