package kmmotos.desktop.staff;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.StaffMember;

/// Checks a person's PIN for sign-in and approval alike, and finds the words for what came of it.
public record PinCheck(
        StaffBooks books, Background background, Supplier<Instant> clock, Texts texts) {
    /// More digits than this are no PIN but a barcode.
    public static final int MAX_PIN_LENGTH = 12;

    /// @param trouble told in plain words when it was not accepted
    void check(
            StaffMember member,
            String pin,
            PinUse use,
            Consumer<StaffMember> accepted,
            Consumer<String> trouble) {
        background.run(
                () -> books.checkPin(member, pin, use),
                answer -> told(answer, accepted, trouble),
                _ -> trouble.accept(texts.get("staff.unreadable")));
    }

    /// The same for a badge that was scanned.
    ///
    /// @param among who could do it
    void check(
            Badge badge,
            Predicate<StaffMember> among,
            PinUse use,
            Consumer<StaffMember> accepted,
            Consumer<String> trouble) {
        background.run(
                () -> books.checkBadge(badge, among, use),
                answer -> {
                    if (answer instanceof PinAnswer.Accepted(StaffMember member)) {
                        accepted.accept(member);
                    } else {
                        trouble.accept(texts.get("staff.badge.refused"));
                    }
                },
                _ -> trouble.accept(texts.get("staff.unreadable")));
    }

    /// Whoever locks the till doesn't wait for it.
    void locked(StaffMember member) {
        background.run(
                () -> {
                    books.locked(member);
                    return member;
                },
                _ -> {},
                _ -> {});
    }

    private void told(PinAnswer answer, Consumer<StaffMember> accepted, Consumer<String> trouble) {
        switch (answer) {
            case PinAnswer.Accepted(StaffMember member) -> accepted.accept(member);
            case PinAnswer.Wrong(int left) -> trouble.accept(texts.count("staff.pin.wrong", left));
            case PinAnswer.Locked(Instant until) -> trouble.accept(wait(until));
            case PinAnswer.Unknown _ -> trouble.accept(texts.get("staff.pin.unknown"));
        }
    }

    private String wait(Instant until) {
        long seconds = Math.max(1, java.time.Duration.between(clock.get(), until).toSeconds());
        return seconds > 60
                ? texts.count("staff.pin.wait.minutes", (seconds + 59) / 60)
                : texts.count("staff.pin.wait.seconds", seconds);
    }
}
