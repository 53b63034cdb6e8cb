package kmmotos.desktop.settings;

import java.util.List;
import java.util.Locale;
import kmmotos.desktop.devices.CounterDevices;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.devices.PrinterSettings;
import kmmotos.desktop.devices.ScannerSettings;
import kmmotos.desktop.neighbours.NeighbourSettings;

/// What a person set at this till.
///
/// @param language of the screens; receipts are in the store's
/// @param fontScalePercent one of [#FONT_SCALES]
/// @param labels where the label printer is
/// @param scanner how its scanner is told from fingers, and what its codes mean
/// @param neighbours how it looks for the other tills of its shop
/// @param counter what else stands at its counter
public record Settings(
        Locale language,
        boolean dark,
        int fontScalePercent,
        PrinterSettings printer,
        DeviceAddress labels,
        ScannerSettings scanner,
        NeighbourSettings neighbours,
        CounterDevices counter) {

    public static final List<Integer> FONT_SCALES = List.of(100, 125, 150, 175, 200);

    public Settings {
        if (!FONT_SCALES.contains(fontScalePercent)) {
            throw new IllegalArgumentException(
                    "font scale must be one of " + FONT_SCALES + ", was " + fontScalePercent);
        }
    }

    public Settings(Locale language, boolean dark, int fontScalePercent, PrinterSettings printer) {
        this(
                language,
                dark,
                fontScalePercent,
                printer,
                new DeviceAddress.None(),
                ScannerSettings.INITIAL,
                NeighbourSettings.INITIAL,
                CounterDevices.NONE);
    }

    /// Before anybody has set anything.
    public static Settings initial(Locale language) {
        return new Settings(language, false, 100, PrinterSettings.screenOnly());
    }

    public Settings withLanguage(Locale other) {
        return new Settings(
                other, dark, fontScalePercent, printer, labels, scanner, neighbours, counter);
    }

    public Settings withDark(boolean other) {
        return new Settings(
                language, other, fontScalePercent, printer, labels, scanner, neighbours, counter);
    }

    public Settings withFontScalePercent(int other) {
        return new Settings(language, dark, other, printer, labels, scanner, neighbours, counter);
    }

    public Settings withPrinter(PrinterSettings other) {
        return new Settings(
                language, dark, fontScalePercent, other, labels, scanner, neighbours, counter);
    }

    public Settings withLabels(DeviceAddress other) {
        return new Settings(
                language, dark, fontScalePercent, printer, other, scanner, neighbours, counter);
    }

    public Settings withScanner(ScannerSettings other) {
        return new Settings(
                language, dark, fontScalePercent, printer, labels, other, neighbours, counter);
    }

    public Settings withNeighbours(NeighbourSettings other) {
        return new Settings(
                language, dark, fontScalePercent, printer, labels, scanner, other, counter);
    }

    public Settings withCounter(CounterDevices other) {
        return new Settings(
                language, dark, fontScalePercent, printer, labels, scanner, neighbours, other);
    }
}
