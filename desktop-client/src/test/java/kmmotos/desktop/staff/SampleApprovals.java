package kmmotos.desktop.staff;

import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.StaffMember;

/// Second persons at a till where somebody of the sample staff is signed in.
public final class SampleApprovals {

    private SampleApprovals() {}

    public static ApprovalModel at(Workplace workplace, StaffMember operator, String pin) {
        var pins =
                new PinCheck(
                        new FakeStaffBooks(() -> SampleSlips.NOON),
                        Background.direct(),
                        () -> SampleSlips.NOON,
                        workplace.texts());
        var signIn = new SignInModel(pins);
        signIn.refresh();
        signIn.choose(operator);
        signIn.signIn(pin);
        return new ApprovalModel(pins, signIn);
    }
}
