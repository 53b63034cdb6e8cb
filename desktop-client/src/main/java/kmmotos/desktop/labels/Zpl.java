package kmmotos.desktop.labels;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Labels of 50 x 30 mm in ZPL II, the language of Zebra's label printers and of most others, at 8
/// dots a millimetre. Letters are sent as UTF-8 (`^CI28`).
final class Zpl {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 240;
    private static final int LEFT = 16;

    private Zpl() {}

    /// @param count how many of it are printed
    static String label(Label label, int count) {
        var zpl = new StringBuilder("^XA^CI28^PW" + WIDTH + "^LL" + HEIGHT + "\n");
        zpl.append(
                "^FO%d,12^FB%d,2,0,L^A0N,26,24%s\n"
                        .formatted(LEFT, WIDTH - 2 * LEFT, field(label.name())));
        zpl.append("^FO%d,70^A0N,48,46%s\n".formatted(LEFT, field(label.price())));
        if (!label.bin().isBlank()) {
            zpl.append("^FO240,84^FB144,1,0,R^A0N,26,24%s\n".formatted(field(label.bin())));
        }
        zpl.append(barcode(label.barcode()));
        zpl.append(
                "^FO%d,212^FB%d,1,0,R^A0N,22,20%s\n"
                        .formatted(LEFT, WIDTH - 2 * LEFT, field(label.partNumber())));
        return zpl.append("^PQ").append(count).append("^XZ\n").toString();
    }

    /// The printer writes the barcode's own text below it, at the left.
    private static String barcode(Barcode barcode) {
        return switch (barcode) {
            case Barcode.Ean13(String digits) ->
                    "^FO40,126^BY2^BEN,56,Y,N^FD%s^FS\n".formatted(digits.substring(0, 12));
            case Barcode.OfSku(String sku) ->
                    "^FO%d,126^BY%d^BCN,56,Y,N,N%s\n"
                            .formatted(LEFT, sku.length() > 12 ? 1 : 2, field(sku));
        };
    }

    /// A field's text: what could be taken for a command is written as its bytes.
    private static String field(String text) {
        var field = new StringBuilder("^FH_^FD");
        for (byte one : text.replaceAll("\\p{Cntrl}", " ").getBytes(StandardCharsets.UTF_8)) {
            boolean isCommand = one == '^' || one == '~' || one == '_' || one == '\\';
            if (isCommand || one < 0) {
                field.append("_%02X".formatted(one & 0xff).toUpperCase(Locale.ROOT));
            } else {
                field.append((char) one);
            }
        }
        return field.append("^FS").toString();
    }
}
