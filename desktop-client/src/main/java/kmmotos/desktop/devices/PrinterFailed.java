package kmmotos.desktop.devices;

import org.jspecify.annotations.Nullable;

/// The printer didn't take the job. The sale stands; the slip can be printed again.
public final class PrinterFailed extends RuntimeException {

    /// Why, in the terms of the person at the till; screens have a text for each.
    public enum Reason {
        NOT_REACHED("Can't reach the printer at %s: check that it is on and connected."),
        TIMED_OUT("The printer at %s stopped taking data: check paper and cover."),
        CLOSED_EARLY("The printer at %s broke off the job: check it, then print again."),
        NOT_WRITABLE("Can't write to the printer at %s: check the cable and the permission."),
        QUEUE_FULL("Too many slips wait for the printer of %s: check it, then print again.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;
    private final String where;

    public PrinterFailed(Reason reason, String where, @Nullable Throwable cause) {
        super(reason.sentence.formatted(where), cause);
        this.reason = reason;
        this.where = where;
    }

    public Reason reason() {
        return reason;
    }

    /// The printer's address as a person entered it.
    public String where() {
        return where;
    }
}
