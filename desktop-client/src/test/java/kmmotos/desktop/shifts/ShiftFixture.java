package kmmotos.desktop.shifts;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.devices.PrinterHardware;
import kmmotos.desktop.devices.SimulatedPrinter;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.staff.FakeStaffBooks;
import kmmotos.desktop.staff.PinCheck;
import kmmotos.desktop.staff.SignInModel;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Messages;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Money;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.staff.StaffMember;

/// A register with its shift in memory, and somebody signed in at it.
final class ShiftFixture implements AutoCloseable {

    final SampleShiftBook book = new SampleShiftBook();
    final SimulatedPrinter printer = new SimulatedPrinter();
    final PrintQueue queue = new PrintQueue(PrinterHardware.simulated(printer), _ -> {});
    final Workplace workplace;
    final ShiftModels models;
    Optional<Money> partPaid = Optional.empty();
    private StaffMember operator;

    private ShiftFixture(StaffMember operator, String pin) {
        this.operator = operator;
        Workplace sample = SampleWorkplace.of(Role.CASHIER, Locale.ENGLISH);
        workplace =
                new Workplace(
                        sample.store(),
                        sample.till(),
                        new Texts(Locale.ENGLISH),
                        new Messages(),
                        Background.direct(),
                        () -> this.operator);
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
        models =
                ShiftModels.of(
                        new ShiftDesk(
                                workplace,
                                book,
                                queue,
                                Clock.fixed(SampleSlips.NOON, ZoneOffset.UTC),
                                new ApprovalModel(pins, signIn),
                                () -> partPaid));
    }

    static ShiftFixture ana() {
        return new ShiftFixture(SampleStaff.ANA, "1111");
    }

    static ShiftFixture carla() {
        return new ShiftFixture(SampleStaff.CARLA, "3333");
    }

    ShiftFixture open(String openingFloat) {
        models.shift().open(openingFloat, true);
        return this;
    }

    /// Somebody else signs in and looks at the shift.
    void handTo(StaffMember other) {
        operator = other;
        models.standsHere(other);
        models.shift().refresh();
    }

    ShiftModel shift() {
        return models.shift();
    }

    String lastMessage() {
        return SampleWorkplace.lastMessage(workplace);
    }

    /// Waits for what prints.
    @Override
    public void close() {
        queue.close();
    }
}
