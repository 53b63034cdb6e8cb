package kmmotos.desktop.headoffice;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import kmmotos.desktop.headoffice.HeadOfficeFailed.Reason;
import kmmotos.desktop.sync.RequestSigner;
import kmmotos.desktop.ui.OneAtATime;
import kmmotos.desktop.ui.Workplace;

/// What of this store could not be booked, and what its manager does about it: only the server
/// knows, so it takes the PIN once more and a network.
public final class RepairModel {
    private static final String WRONG_PIN = "headoffice.repair_wrong_pin";

    private final Workplace workplace;
    private final HeadOfficeClient client;
    private final RequestSigner till;
    private final OneAtATime actions;
    private final ReadOnlyBooleanWrapper signedIn = new ReadOnlyBooleanWrapper();
    private final Trouble trouble;
    private final ExceptionsModel exceptions;

    public RepairModel(Workplace workplace, HeadOfficeClient client, RequestSigner till) {
        this.workplace = workplace;
        this.client = client;
        this.till = till;
        this.actions = new OneAtATime(workplace);
        this.trouble = new Trouble(workplace, () -> signedIn.set(false));
        this.exceptions =
                new ExceptionsModel(
                        new OfficeWork(workplace, client, actions, trouble::over, trouble::tell));
    }

    /// Whoever works at the till shows that it is them.
    public void signIn(String pin) {
        if (pin.isEmpty()) {
            trouble.say(WRONG_PIN);
            return;
        }
        var operator = workplace.operator().get();
        actions.run(
                () -> {
                    client.signInWithPin(till, operator.staffId(), pin);
                    return client.isSignedIn();
                },
                in -> {
                    trouble.over();
                    signedIn.set(in);
                    exceptions.refresh();
                },
                this::refused);
    }

    private void refused(Exception failure) {
        if (failure instanceof HeadOfficeFailed known && known.reason() == Reason.SIGN_IN_REFUSED) {
            trouble.say(WRONG_PIN);
        } else {
            trouble.tell(failure);
        }
    }

    public void signOut() {
        signedIn.set(false);
        exceptions.clear();
        trouble.over();
        workplace
                .background()
                .run(
                        () -> {
                            client.signOut();
                            return true;
                        },
                        _ -> {},
                        _ -> {});
    }

    public ExceptionsModel exceptions() {
        return exceptions;
    }

    public ReadOnlyBooleanProperty signedInProperty() {
        return signedIn.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    public ReadOnlyStringProperty troubleProperty() {
        return trouble.words();
    }
}
