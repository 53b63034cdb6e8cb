package kmmotos.desktop.devices;

import org.jspecify.annotations.Nullable;

/// A device didn't do its job. The sale stands, whatever is broken.
public final class DeviceFailed extends RuntimeException {

    /// Why, in the terms of the person at the till; screens have a text for each.
    public enum Reason {
        NOT_REACHED("Can't reach the device at %s: check that it is on and connected."),
        TIMED_OUT("The device at %s stopped taking data: check paper and cover."),
        CLOSED_EARLY("The device at %s broke off the job: check it."),
        NO_ANSWER("The device at %s no longer answers: check that it is on and connected."),
        NOT_WRITABLE("Can't write to the device at %s: check the cable and the permission."),
        PAPER_OUT("The printer at %s is out of paper: put in a new roll."),
        COVER_OPEN("The cover of the printer at %s is open: close it."),
        FAULT("The printer at %s reports an error: switch it off, look for a paper jam."),
        QUEUE_FULL("Too many slips wait for the printer of %s: check it.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    /// What has become of the job.
    public enum Outcome {
        /// The device has got nothing of it.
        NOT_BEGUN,
        /// It is not done; there may be a torn-off piece of it.
        BROKEN_OFF,
        /// The device has all of it and did not say whether it is done.
        UNKNOWN
    }

    private final Reason reason;
    private final Outcome outcome;
    private final String where;

    public DeviceFailed(Reason reason, Outcome outcome, String where, @Nullable Throwable cause) {
        super(reason.sentence.formatted(where), cause);
        this.reason = reason;
        this.outcome = outcome;
        this.where = where;
    }

    public Reason reason() {
        return reason;
    }

    public Outcome outcome() {
        return outcome;
    }

    /// The device's address as a person entered it.
    public String where() {
        return where;
    }
}
