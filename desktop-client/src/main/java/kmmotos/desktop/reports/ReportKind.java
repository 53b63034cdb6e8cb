package kmmotos.desktop.reports;

import java.util.Locale;

/// The reports of a shop, in the order shown.
public enum ReportKind {
    HOURS,
    DAYS,
    PEOPLE,
    CATEGORIES,
    ITEMS,
    TENDERS,
    REDUCTIONS,
    SLOW_ITEMS,
    STOCK;

    /// The key of its name; `.rows` after it is that of what its rows are.
    String textKey() {
        return "reports.kind." + name().toLowerCase(Locale.ROOT);
    }

    /// What is there is so now, whatever days are looked at.
    public boolean isOfNow() {
        return this == STOCK;
    }

    /// Whether its rows follow each other in time, and not by size.
    public boolean isInTime() {
        return this == HOURS || this == DAYS;
    }
}
