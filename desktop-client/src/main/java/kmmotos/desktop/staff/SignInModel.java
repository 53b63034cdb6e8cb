package kmmotos.desktop.staff;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.model.staff.Badge;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;

/// Who is signed in. Locking keeps the open sale; the next person goes on with it.
public final class SignInModel {
    private final PinCheck pins;
    private final ObservableList<StaffMember> people = FXCollections.observableArrayList();
    private final ObservableList<StaffMember> peopleShown =
            FXCollections.unmodifiableObservableList(people);
    private final ReadOnlyObjectWrapper<Optional<StaffMember>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StaffMember>> operator =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();

    public SignInModel(PinCheck pins) {
        this.pins = pins;
    }

    /// Reads anew who works here; keeps the person chosen last.
    public void refresh() {
        pins.background()
                .run(
                        () -> pins.books().staff(),
                        this::show,
                        _ -> trouble.set(pins.texts().get("staff.unreadable")));
    }

    public void choose(StaffMember member) {
        chosen.set(Optional.of(member));
        trouble.set("");
    }

    /// Up and Down: the person before or after the chosen one.
    public void chooseNext(int step) {
        int at = chosen.get().map(people::indexOf).orElse(-1) + step;
        if (!people.isEmpty()) {
            choose(people.get(Math.clamp(at, 0, people.size() - 1)));
        }
    }

    public void signIn(String pin) {
        if (chosen.get().isEmpty() || pin.isEmpty() || checking.get()) {
            return;
        }
        checking.set(true);
        pins.check(chosen.get().get(), pin, new PinUse.SignIn(), this::accepted, this::refused);
    }

    /// A badge signs in whoever it belongs to, also in the place of somebody else: the open sale
    /// stays, and the next person goes on with it.
    ///
    /// @param refused told in plain words while somebody is signed in, who stays
    public void signIn(Badge badge, Consumer<String> refused) {
        if (checking.get()) {
            return;
        }
        checking.set(true);
        pins.check(
                badge,
                _ -> true,
                new PinUse.SignIn(),
                this::takesOver,
                why -> {
                    checking.set(false);
                    if (operator.get().isPresent()) {
                        refused.accept(why);
                    } else {
                        trouble.set(why);
                    }
                });
    }

    private void takesOver(StaffMember member) {
        if (operator.get().filter(before -> !before.equals(member)).isPresent()) {
            lock(); // so that nothing on the screen is left to them that they may not see
        }
        accepted(member);
    }

    public void lock() {
        operator.get().ifPresent(pins::locked);
        operator.set(Optional.empty());
        trouble.set("");
    }

    public boolean may(Permission permission) {
        return operator.get().filter(member -> member.role().may(permission)).isPresent();
    }

    public ObservableList<StaffMember> people() {
        return peopleShown;
    }

    public ReadOnlyObjectProperty<Optional<StaffMember>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<StaffMember>> operatorProperty() {
        return operator.getReadOnlyProperty();
    }

    public Optional<StaffMember> operator() {
        return operator.get();
    }

    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    private void show(List<StaffMember> staff) {
        people.setAll(staff);
        boolean stillHere = chosen.get().filter(staff::contains).isPresent();
        if (!stillHere) {
            chosen.set(staff.stream().findFirst());
        }
    }

    private void accepted(StaffMember member) {
        checking.set(false);
        trouble.set("");
        operator.set(Optional.of(member));
    }

    private void refused(String why) {
        checking.set(false);
        trouble.set(why);
    }
}
