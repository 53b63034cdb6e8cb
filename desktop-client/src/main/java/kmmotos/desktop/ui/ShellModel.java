package kmmotos.desktop.ui;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the frame around every screen shows: where the clerk is, who it is, how sync stands, what
/// is waiting.
public final class ShellModel {
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.SELL);
    private final ObservableList<Place> allowed = FXCollections.observableArrayList(Place.values());
    private final ObservableList<Place> allowedShown =
            FXCollections.unmodifiableObservableList(allowed);
    private final ReadOnlyStringWrapper operator = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper till = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper shift = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper devices = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper syncWords = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<SyncLight> syncLight =
            new ReadOnlyObjectWrapper<>(SyncLight.NOT_CONNECTED);
    private final ReadOnlyIntegerWrapper ordersWaiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper(true);
    private final Messages messages = new Messages();

    public Messages messages() {
        return messages;
    }

    /// Goes to a place, unless the person signed in has no business there.
    public void goTo(Place destination) {
        if (allowed.contains(destination)) {
            place.set(destination);
        }
    }

    public void allow(List<Place> places) {
        allowed.setAll(places);
        if (!places.contains(place.get())) {
            place.set(Place.SELL);
        }
    }

    public void unlock(String operatorName) {
        operator.set(operatorName);
        locked.set(false);
    }

    public void lock() {
        operator.set("");
        messages.forgetTheMoment();
        locked.set(true);
    }

    public void showTill(String storeAndTill) {
        till.set(storeAndTill);
    }

    public void showShift(String words) {
        shift.set(words);
    }

    /// What is wrong with a device; empty while all is well.
    public void showDevices(String words) {
        devices.set(words);
    }

    public void showClock(String time) {
        clock.set(time);
    }

    public void showSync(SyncLight light, String words) {
        syncLight.set(light);
        syncWords.set(words);
    }

    public void showOrdersWaiting(int count) {
        ordersWaiting.set(count);
    }

    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ObservableList<Place> allowedPlaces() {
        return allowedShown;
    }

    public ReadOnlyStringProperty operatorProperty() {
        return operator.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty tillProperty() {
        return till.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty shiftProperty() {
        return shift.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty devicesProperty() {
        return devices.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty syncWordsProperty() {
        return syncWords.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SyncLight> syncLightProperty() {
        return syncLight.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty ordersWaitingProperty() {
        return ordersWaiting.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }
}
