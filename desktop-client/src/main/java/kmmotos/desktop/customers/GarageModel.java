package kmmotos.desktop.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.fitment.BikeFound;
import kmmotos.model.customers.Customer;
import kmmotos.model.customers.OwnedMotorcycle;
import kmmotos.model.fitment.Vin;

/// The motorcycles of the customer in front of the clerk. They are written down with the customer.
public final class GarageModel {
    private final CustomerDesk desk;
    private final ObservableList<OwnedMotorcycle> bikes = FXCollections.observableArrayList();
    private final ObservableList<BikeFound> found = FXCollections.observableArrayList();
    private final List<OwnedMotorcycle> taken = new ArrayList<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Entry entry = new Entry("", "", "");

    /// What was typed for a motorcycle: a VIN, or make, model and year.
    record Entry(String bike, String plate, String note) {}

    GarageModel(CustomerDesk desk) {
        this.desk = desk;
    }

    void show(List<OwnedMotorcycle> kept) {
        bikes.setAll(kept);
        taken.clear();
        found.clear();
        trouble.set("");
    }

    /// Looks for the motorcycle that is meant: one goes into the garage, of several the clerk picks
    /// one.
    void add(Entry typed) {
        found.clear();
        if (typed.bike().isBlank()) {
            return;
        }
        if (bikes.size() >= Customer.MAX_MOTORCYCLES) {
            trouble.set(desk.texts().get("customers.garage.full", Customer.MAX_MOTORCYCLES));
            return;
        }
        entry = typed;
        desk.background()
                .run(
                        () -> desk.book().bikes(typed.bike()),
                        this::found,
                        _ -> trouble.set(desk.texts().get("customers.failed")));
    }

    private void found(List<BikeFound> all) {
        trouble.set(all.isEmpty() ? desk.texts().get("customers.garage.unknown") : "");
        if (all.size() == 1) {
            pick(all.getFirst());
        } else {
            found.setAll(all);
        }
    }

    /// The one that is meant.
    void pick(BikeFound meant) {
        found.clear();
        bikes.add(
                Customer.bike(
                        desk.ids().get(),
                        meant.motorcycle(),
                        meant.vin().map(Vin::value),
                        given(entry.plate()),
                        given(entry.note())));
    }

    /// Takes a motorcycle out of the garage.
    void remove(OwnedMotorcycle bike) {
        bikes.remove(bike);
        taken.add(bike);
    }

    /// All that are to be written down, those taken out too.
    List<OwnedMotorcycle> all() {
        var all = new ArrayList<>(bikes);
        taken.stream().map(OwnedMotorcycle::takenOut).forEach(all::add);
        return all;
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    public ObservableList<OwnedMotorcycle> bikes() {
        return FXCollections.unmodifiableObservableList(bikes);
    }

    /// Those to pick from.
    public ObservableList<BikeFound> found() {
        return FXCollections.unmodifiableObservableList(found);
    }

    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
