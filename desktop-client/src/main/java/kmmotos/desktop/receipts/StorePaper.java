package kmmotos.desktop.receipts;

import java.util.Locale;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.stock.Bins;
import kmmotos.model.stores.Store;

/// What every slip of a store has in common: its head, its language and its time zone.
public record StorePaper(Store store, Texts texts, Formats formats) {

    /// In the store's own language, whatever language the clerk's screens are in.
    public static StorePaper of(Store store) {
        return of(store, store.language());
    }

    /// In a customer's language.
    ///
    /// @param language BCP 47 tag
    public static StorePaper of(Store store, String language) {
        var locale = Locale.forLanguageTag(language);
        return new StorePaper(store, new Texts(locale), new Formats(locale, store.timeZone()));
    }

    Slip.Builder headed(String name) {
        Slip.Builder slip = Slip.named(name).large(store.name());
        store.address().forEach(slip::centered);
        if (!store.taxNumber().isBlank()) {
            slip.centered(texts.get("receipts.tax_number", store.taxNumber()));
        }
        return slip.rule();
    }

    /// The same slip, marked as printed again.
    public Slip copyOf(Slip slip) {
        return slip.headed("* " + texts.get("receipts.copy") + " *");
    }

    /// For a bin's front.
    public Slip bin(String bin) {
        return Slip.named(bin).large(bin).gap().barcode(Bins.code(bin)).build();
    }

    /// What teaches a till its scanner.
    public Slip calibration(String code) {
        return headed(texts.get("receipts.calibration.title"))
                .heading(texts.get("receipts.calibration.title"))
                .centered(texts.get("receipts.calibration.text"))
                .gap()
                .barcode(code)
                .build();
    }

    /// What a person prints to see whether a printer and its accents work.
    public Slip testPrint(PaperLayout paper) {
        return headed(texts.get("receipts.test.title"))
                .heading(texts.get("receipts.test.title"))
                .centered(texts.get("receipts.test.text"))
                .centered(texts.get("receipts.test.letters"))
                .rule()
                .text("1234567890".repeat(10).substring(0, paper.columns()))
                .centered(texts.get("receipts.test.columns", paper.columns()))
                .barcode(store.storeId() + "-TEST")
                .build();
    }
}
