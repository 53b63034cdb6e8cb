package kmmotos.desktop.headoffice;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kmmotos.desktop.headoffice.HeadOfficeFailed.Reason;
import kmmotos.desktop.ui.Workplace;

/// Why the server did not give what a window of head office's asked for, in words.
final class Trouble {

    private final Workplace workplace;
    private final Runnable signedOut;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    /// @param signedOut called when the session has ended
    Trouble(Workplace workplace, Runnable signedOut) {
        this.workplace = workplace;
        this.signedOut = signedOut;
    }

    /// Figures that were shown stay, with the sentence that they are old.
    void tell(Exception failure) {
        Reason reason = failure instanceof HeadOfficeFailed known ? known.reason() : Reason.BROKEN;
        if (reason == Reason.SIGNED_OUT) {
            signedOut.run();
        }
        if (reason == Reason.REFUSED && failure.getMessage() != null) {
            workplace.messages().problem(failure.getMessage());
            return;
        }
        say(reason);
    }

    void say(Reason reason) {
        say("headoffice.trouble." + reason);
    }

    void say(String key) {
        words.set(workplace.texts().get(key));
    }

    void over() {
        words.set("");
    }

    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }
}
