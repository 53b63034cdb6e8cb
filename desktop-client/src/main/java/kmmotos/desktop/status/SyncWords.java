package kmmotos.desktop.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kmmotos.desktop.status.SyncReport.Connection;
import kmmotos.desktop.status.SyncReport.Quarantined;
import kmmotos.desktop.ui.SyncLight;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sync.Concern;

/// A sync report in plain words. Each problem comes with what to do about it.
public record SyncWords(Texts texts, SyncReport report, Instant now) {

    /// The few words of the status bar: `312 of 312 confirmed`.
    public String brief() {
        String confirmed = texts.get("status.confirmed", report.confirmed(), report.written());
        return switch (light()) {
            case CONFIRMED, SENDING -> confirmed;
            case NOT_CONNECTED -> texts.get("status.brief_offline", confirmed);
            case NEEDS_ATTENTION -> texts.get("status.brief_attention", confirmed);
        };
    }

    public SyncLight light() {
        if (needsAttention()) {
            return SyncLight.NEEDS_ATTENTION;
        }
        if (report.connection() == Connection.NO_ANSWER) {
            return SyncLight.NOT_CONNECTED;
        }
        return report.backlog() > 0 ? SyncLight.SENDING : SyncLight.CONFIRMED;
    }

    /// One sentence that says how things are.
    public String headline() {
        return switch (report.connection()) {
            case CONNECTED ->
                    report.backlog() == 0
                            ? texts.get("status.all_confirmed")
                            : texts.count("status.sending", report.backlog());
            case NO_ANSWER -> texts.get("status.no_answer");
            case WRONG_ADDRESS -> texts.get("status.wrong_address");
            case REVOKED -> texts.get("status.revoked");
            case UPGRADE_NEEDED -> texts.get("status.upgrade");
        };
    }

    /// What to do, most urgent first; empty when there is nothing to do.
    public List<String> advice() {
        var advice = new ArrayList<String>();
        if (report.spaceLow()) {
            advice.add(texts.get("status.advice.space"));
        }
        switch (report.connection()) {
            case CONNECTED -> {}
            case NO_ANSWER ->
                    advice.add(
                            report.carrier()
                                    .map(till -> texts.get("status.advice.carried", till))
                                    .orElseGet(() -> texts.get("status.advice.no_answer")));
            case WRONG_ADDRESS ->
                    advice.add(texts.get("status.advice.wrong_address", report.server()));
            case REVOKED -> advice.add(texts.get("status.advice.revoked"));
            case UPGRADE_NEEDED -> advice.add(texts.get("status.advice.upgrade"));
        }
        if (isClockOff()) {
            String key = report.clockOff().isNegative() ? "behind" : "ahead";
            advice.add(texts.get("status.advice.clock_" + key, duration(report.clockOff().abs())));
        }
        if (!report.quarantined().isEmpty()) {
            advice.add(texts.count("status.advice.quarantined", report.quarantined().size()));
        }
        return advice;
    }

    /// `3 minutes ago`.
    public String lastContact() {
        return report.lastContact()
                .map(at -> Duration.between(at, now))
                .map(age ->
                        age.toSeconds() < 60
                                ? texts.get("status.just_now")
                                : texts.get("status.ago", duration(age)))
                .orElseGet(() -> texts.get("status.never"));
    }

    /// Where another till stands: `keeps this till's sales up to receipt S1-1-1-000042`.
    public String other(SyncReport.OtherTill till) {
        if (!till.connected()) {
            return texts.get("status.other.away");
        }
        if (!till.keeps()) {
            return texts.get("status.other.keeps_no_more");
        }
        return till.receipt()
                .map(receipt -> texts.get("status.other.keeps", receipt))
                .orElseGet(() -> texts.get("status.other.connected"));
    }

    /// What is wrong with a fact, as far as this program knows the server's code.
    public String cause(Quarantined quarantined) {
        String key = "status.cause." + quarantined.code().toLowerCase(Locale.ROOT);
        String words = texts.get(key);
        return words.startsWith("!") ? texts.get("status.cause.other", quarantined.code()) : words;
    }

    /// A fact as people know it: a receipt's number, a Z report, else what kind it is.
    public String what(Quarantined quarantined) {
        return quarantined.about().map(this::what).orElseGet(() -> texts.get("status.fact"));
    }

    private String what(Concern about) {
        return about.receipt()
                .map(ReceiptNumber::toString)
                .or(() -> about.zNumber().map(number -> texts.get("status.fact.z", number)))
                .orElseGet(() -> {
                    String words = texts.get("status.fact." + about.kind());
                    return words.startsWith("!") ? about.kind() : words;
                });
    }

    /// `S1-1-1-000001 to 000812: none is missing`.
    public String run(RegisterNumbers.Run run) {
        String range = texts.get("status.run", number(run, run.first()), number(run, run.last()));
        if (run.gaps().isEmpty()) {
            return texts.get("status.run.whole", range);
        }
        String missing =
                run.gaps().stream()
                        .map(gap ->
                                gap.from() == gap.to()
                                        ? number(run, gap.from())
                                        : texts.get(
                                                "status.run",
                                                number(run, gap.from()),
                                                number(run, gap.to())))
                        .collect(Collectors.joining(", "));
        return texts.get("status.run.gaps", range, missing);
    }

    private static String number(RegisterNumbers.Run run, long number) {
        return run.prefix().endsWith("-")
                ? "%s%06d".formatted(run.prefix(), number)
                : run.prefix() + number;
    }

    private boolean needsAttention() {
        boolean refused =
                switch (report.connection()) {
                    case CONNECTED, NO_ANSWER -> false;
                    case WRONG_ADDRESS, REVOKED, UPGRADE_NEEDED -> true;
                };
        return refused || report.spaceLow() || isClockOff() || !report.quarantined().isEmpty();
    }

    private boolean isClockOff() {
        return report.clockOff().abs().compareTo(SyncReport.MAX_CLOCK_OFF) > 0;
    }

    private String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return texts.count("status.days", duration.toDays());
        }
        if (duration.toHours() > 0) {
            return texts.count("status.hours", duration.toHours());
        }
        return texts.count("status.minutes", Math.max(1, duration.toMinutes()));
    }
}
