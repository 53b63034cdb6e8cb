package kmmotos.model.returns;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import kmmotos.model.sales.Sale;
import kmmotos.model.signatures.SignedText;
import kmmotos.model.stores.DeviceId;

/// A receipt that carries its lines and its till's signature, so that any till of the chain takes
/// its goods back without asking anybody.
///
/// On paper it is a QR code of [#text]: `KMR` and, in base 32 (0-9, A-V), the version, the till's
/// device id (16 bytes), the receipt in as few bytes as it goes ([ReceiptBytes]) and an Ed25519
/// signature (64) of all before it. A receipt too long for one code carries its head alone, as
/// version 2: then the lines have to be looked up.
///
/// @param device the till that signed it
/// @param receipt without lines if `whole` is false
/// @param text what the QR code holds
public record SignedReceipt(DeviceId device, Receipt receipt, boolean whole, String text) {

    /// What a QR code of version 25 holds in letters and digits, with the lowest error correction.
    public static final int MAX_TEXT = 1_853;

    private static final SignedText FORM = new SignedText("KMR", "km-receipt:", MAX_TEXT);

    public static SignedReceipt sign(Sale sale, PrivateKey key) {
        Receipt receipt = Receipt.of(sale);
        SignedReceipt whole = sign(sale.device(), receipt, true, key);
        return whole.text().length() <= MAX_TEXT
                ? whole
                : sign(sale.device(), ReceiptBytes.head(receipt), false, key);
    }

    private static SignedReceipt sign(
            DeviceId device, Receipt receipt, boolean whole, PrivateKey key) {
        String text = FORM.sign(ReceiptBytes.write(device, receipt, whole), key);
        return new SignedReceipt(device, receipt, whole, text);
    }

    /// Whether a text is meant to be one, whole or not.
    public static boolean isMeantBy(String scanned) {
        return FORM.isMeantBy(scanned);
    }

    /// What was scanned, if it can be read. Whether it is true, [#isSignedBy] says.
    public static Optional<SignedReceipt> parse(String scanned) {
        return FORM.content(scanned).flatMap(signed -> read(signed, scanned));
    }

    private static Optional<SignedReceipt> read(byte[] signed, String scanned) {
        try {
            return Optional.of(ReceiptBytes.read(signed, SignedText.normalized(scanned)));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public boolean isSignedBy(PublicKey key) {
        return FORM.isSignedBy(text, key);
    }
}
