package kmmotos.desktop.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// What a report can be saved as.
public enum ReportFile {
    CSV,
    XLSX,
    PDF;

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    void write(TitledReport report, Path file) throws IOException {
        switch (this) {
            case CSV -> CsvReport.write(report, file);
            case XLSX -> XlsxReport.write(report, file);
            case PDF -> PdfReport.write(report, file);
        }
    }
}
