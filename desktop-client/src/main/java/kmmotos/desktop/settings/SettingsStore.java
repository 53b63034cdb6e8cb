package kmmotos.desktop.settings;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import kmmotos.desktop.devices.CounterDevices;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.devices.PrinterSettings;
import kmmotos.desktop.devices.ScannerSettings;
import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.devices.escpos.PrinterFamily;
import kmmotos.desktop.neighbours.NeighbourSettings;
import kmmotos.desktop.receipts.PaperLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the settings in a properties file that people can read and repair. A value that makes no
/// sense counts as not set: a till must start whatever stands in the file.
public final class SettingsStore {

    private static final Logger log = LoggerFactory.getLogger(SettingsStore.class);

    private final Path file;

    public SettingsStore(Path file) {
        this.file = file;
    }

    /// @param initial what holds for everything that isn't set
    public Settings read(Settings initial) {
        var kept = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                log.warn("Can't read the settings in {}: using the initial ones", file, unreadable);
                return initial;
            }
        }
        return new Settings(
                Locale.forLanguageTag(
                        kept.getProperty("language", initial.language().toLanguageTag())),
                kept.getProperty("theme", initial.dark() ? "dark" : "light").equals("dark"),
                fontScale(kept, initial),
                printer(kept, initial.printer()),
                address(kept, "label.printer.address", initial.labels()),
                scanner(kept, initial.scanner()),
                neighbours(kept, initial.neighbours()),
                counter(kept, initial.counter()));
    }

    /// Replaces the file in one step, so that a power cut leaves the old or the new settings.
    public void write(Settings settings) {
        var text = new StringWriter();
        try {
            kept(settings).store(text, "KM Motos: settings of this till");
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text.toString());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't write the settings to " + file, failure);
        }
    }

    /// What differs, as it stands in the file: `theme: light -> dark`. Empty if nothing does.
    public static String changes(Settings before, Settings after) {
        var old = kept(before);
        var now = kept(after);
        return now.stringPropertyNames().stream()
                .sorted()
                .filter(key -> !now.getProperty(key).equals(old.getProperty(key)))
                .map(key ->
                        "%s: %s -> %s".formatted(key, old.getProperty(key), now.getProperty(key)))
                .collect(Collectors.joining(", "));
    }

    private static Properties kept(Settings settings) {
        var kept = new Properties();
        kept.setProperty("language", settings.language().toLanguageTag());
        kept.setProperty("theme", settings.dark() ? "dark" : "light");
        kept.setProperty("font.scale.percent", Integer.toString(settings.fontScalePercent()));
        kept.setProperty("printer.address", settings.printer().address().toString());
        kept.setProperty("printer.columns", Integer.toString(settings.printer().paper().columns()));
        kept.setProperty("printer.code.page", settings.printer().codePage().name());
        kept.setProperty("printer.family", settings.printer().family().name());
        kept.setProperty("label.printer.address", settings.labels().toString());
        kept.setProperty("scanner.gap.millis", Long.toString(settings.scanner().gap().toMillis()));
        kept.setProperty("scanner.prefix", settings.scanner().prefix());
        kept.setProperty("scanner.suffix", settings.scanner().suffix());
        kept.setProperty("scanner.separator", settings.scanner().separator());
        kept.setProperty("scanner.labels", settings.scanner().labelsText());
        kept.setProperty("neighbours", settings.neighbours().isOn() ? "on" : "off");
        kept.setProperty("neighbours.port", Integer.toString(settings.neighbours().port()));
        kept.setProperty(
                "neighbours.addresses", String.join(", ", settings.neighbours().addresses()));
        kept.setProperty("customer.window", settings.counter().customerWindow() ? "on" : "off");
        kept.setProperty("line.display.address", settings.counter().lineDisplay().toString());
        kept.setProperty("scale.address", settings.counter().scale().toString());
        return kept;
    }

    private static int fontScale(Properties kept, Settings initial) {
        int percent = number(kept, "font.scale.percent", initial.fontScalePercent());
        return Settings.FONT_SCALES.contains(percent) ? percent : initial.fontScalePercent();
    }

    private static PrinterSettings printer(Properties kept, PrinterSettings initial) {
        int columns = number(kept, "printer.columns", initial.paper().columns());
        boolean known = columns >= PaperLayout.MIN_COLUMNS && columns <= PaperLayout.MAX_COLUMNS;
        return new PrinterSettings(
                address(kept, "printer.address", initial.address()),
                known ? new PaperLayout(columns) : initial.paper(),
                codePage(kept, initial.codePage()),
                family(kept, initial.family()));
    }

    private static ScannerSettings scanner(Properties kept, ScannerSettings initial) {
        return ScannerSettings.parse(
                        Integer.toString(
                                number(
                                        kept,
                                        "scanner.gap.millis",
                                        Math.toIntExact(initial.gap().toMillis()))),
                        kept.getProperty("scanner.prefix", initial.prefix()),
                        kept.getProperty("scanner.suffix", initial.suffix()),
                        kept.getProperty("scanner.separator", initial.separator()),
                        kept.getProperty("scanner.labels", initial.labelsText()))
                .orElse(initial);
    }

    private static NeighbourSettings neighbours(Properties kept, NeighbourSettings initial) {
        String on = kept.getProperty("neighbours", initial.isOn() ? "on" : "off");
        String addresses =
                kept.getProperty("neighbours.addresses", String.join(", ", initial.addresses()));
        return NeighbourSettings.parse(
                        !on.equals("off"),
                        Integer.toString(number(kept, "neighbours.port", initial.port())),
                        addresses)
                .orElse(initial);
    }

    private static CounterDevices counter(Properties kept, CounterDevices initial) {
        String window = kept.getProperty("customer.window", initial.customerWindow() ? "on" : "");
        return new CounterDevices(
                window.equals("on"),
                address(kept, "line.display.address", initial.lineDisplay()),
                address(kept, "scale.address", initial.scale()));
    }

    private static DeviceAddress address(Properties kept, String key, DeviceAddress initial) {
        return DeviceAddress.parse(kept.getProperty(key, initial.toString())).orElse(initial);
    }

    private static CodePage codePage(Properties kept, CodePage initial) {
        try {
            return CodePage.valueOf(kept.getProperty("printer.code.page", initial.name()));
        } catch (IllegalArgumentException _) {
            return initial;
        }
    }

    private static PrinterFamily family(Properties kept, PrinterFamily initial) {
        try {
            return PrinterFamily.valueOf(kept.getProperty("printer.family", initial.name()));
        } catch (IllegalArgumentException _) {
            return initial;
        }
    }

    private static int number(Properties kept, String key, int initial) {
        try {
            return Integer.parseInt(kept.getProperty(key, Integer.toString(initial)).strip());
        } catch (NumberFormatException _) {
            return initial;
        }
    }
}
