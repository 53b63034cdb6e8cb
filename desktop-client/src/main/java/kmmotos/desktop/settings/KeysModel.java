package kmmotos.desktop.settings;

import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.keys.KeyMap;
import kmmotos.desktop.keys.KeyMapStore;
import kmmotos.desktop.keys.KeyName;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Permission;

/// The store's own keys of the counter. What is chosen here is in force from the next start on.
public final class KeysModel {
    private final Workplace workplace;
    private final KeyMapStore store;
    private final Consumer<String> noted;
    private final ReadOnlyObjectWrapper<KeyMap> keys;

    /// @param noted told what was changed, for the audit log
    public KeysModel(Workplace workplace, KeyMapStore store, Consumer<String> noted) {
        this.workplace = workplace;
        this.store = store;
        this.noted = noted;
        this.keys = new ReadOnlyObjectWrapper<>(store.read());
    }

    /// Gives an action another key; refused with the reason if it can't have it.
    public void use(CounterKey action, String key) {
        KeyMap wanted = keys.get().with(action, key);
        if (!mayConfigure()) {
            workplace.messages().refuse(workplace.texts().get("settings.not_allowed"));
        } else if (wanted.troubles().isEmpty()) {
            keep(
                    wanted,
                    workplace
                            .texts()
                            .get(
                                    "keys.saved",
                                    KeyWords.action(workplace.texts(), action),
                                    KeyName.shown(key)));
        } else {
            KeyWords.troubles(wanted, workplace.texts()).forEach(workplace.messages()::refuse);
        }
    }

    public void useUsual() {
        if (mayConfigure()) {
            keep(KeyMap.of(Map.of()), workplace.texts().get("keys.usual_saved"));
        } else {
            workplace.messages().refuse(workplace.texts().get("settings.not_allowed"));
        }
    }

    boolean mayConfigure() {
        return workplace.may(Permission.CONFIGURE_TILL);
    }

    public ReadOnlyObjectProperty<KeyMap> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    private void keep(KeyMap wanted, String words) {
        workplace
                .background()
                .run(
                        () -> {
                            store.write(wanted);
                            return wanted;
                        },
                        kept -> {
                            keys.set(kept);
                            noted.accept("keys: " + kept.changed());
                            workplace.messages().done(words);
                        },
                        _ ->
                                workplace
                                        .messages()
                                        .problem(workplace.texts().get("settings.not_saved")));
    }
}
