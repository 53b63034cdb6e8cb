package kmmotos.desktop.staff;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;

/// Something the person at the till may not decide alone: a different person, who may, types their
/// PIN beside the sale. Asking again replaces what was asked before; each approval is used once.
public final class ApprovalModel {
    private final PinCheck pins;
    private final SignInModel signIn;
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    /// @param what in plain words, e.g. "20 % off the sale"
    /// @param approvers who could say yes
    public record Asked(String what, List<StaffMember> approvers, Consumer<StaffMember> approved) {

        boolean mayApprove(StaffMember member) {
            return approvers.contains(member);
        }
    }

    public ApprovalModel(PinCheck pins, SignInModel signIn) {
        this.pins = pins;
        this.signIn = signIn;
    }

    /// Asks for somebody else who may approve and passes the test.
    public void ask(String what, Predicate<StaffMember> mayDoIt, Consumer<StaffMember> approved) {
        var approvers =
                signIn.people().stream()
                        .filter(member -> member.role().may(Permission.APPROVE))
                        .filter(mayDoIt)
                        .filter(member -> !Optional.of(member).equals(signIn.operator()))
                        .toList();
        trouble.set(approvers.isEmpty() ? pins.texts().get("staff.approval.nobody") : "");
        asked.set(Optional.of(new Asked(what, approvers, approved)));
    }

    public void approve(StaffMember approver, String pin) {
        if (pin.isEmpty()) {
            return;
        }
        asked.get()
                .filter(question -> question.approvers().contains(approver))
                .ifPresent(question ->
                        pins.check(
                                approver,
                                pin,
                                new PinUse.Approval(
                                        signIn.operator().map(StaffMember::staffId),
                                        question.what()),
                                by -> said(question, by),
                                trouble::set));
    }

    /// A badge answers for whoever it belongs to, if they may.
    public void approve(Badge badge) {
        asked.get()
                .ifPresent(question ->
                        pins.check(
                                badge,
                                question::mayApprove,
                                new PinUse.Approval(
                                        signIn.operator().map(StaffMember::staffId),
                                        question.what()),
                                by -> said(question, by),
                                trouble::set));
    }

    public void cancel() {
        asked.set(Optional.empty());
        trouble.set("");
    }

    public ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    private void said(Asked question, StaffMember by) {
        if (asked.get().equals(Optional.of(question))) {
            cancel();
            question.approved().accept(by);
        }
    }
}
