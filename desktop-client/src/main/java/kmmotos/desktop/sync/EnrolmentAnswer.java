package kmmotos.desktop.sync;

/// What came of enrolling a till.
public sealed interface EnrolmentAnswer {
    record Enrolled(Identity identity) implements EnrolmentAnswer {}

    /// The code is unknown, used up or too old.
    record CodeRefused(String why) implements EnrolmentAnswer {}

    record NoAnswer(String why) implements EnrolmentAnswer {}

    /// There is something at this address, but no KM Motos server; or it is no address.
    record WrongAddress(String why) implements EnrolmentAnswer {}
}
