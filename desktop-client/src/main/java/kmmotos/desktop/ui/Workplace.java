package kmmotos.desktop.ui;

import java.util.function.Supplier;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.money.TypedNumbers;
import kmmotos.model.staff.Permission;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.Till;

/// Where a model works: at which till, in which language, for whom, and how it talks to the person
/// there.
///
/// @param operator who is signed in; only asked while somebody is
public record Workplace(
        Store store,
        Till till,
        Texts texts,
        Messages messages,
        Background background,
        Supplier<StaffMember> operator) {

    /// In the language of the screens and the time zone of the store.
    public Formats formats() {
        return new Formats(texts.locale(), store.timeZone());
    }

    public TypedNumbers typedNumbers() {
        return new TypedNumbers(texts.locale());
    }

    /// The same place, where slow work is done elsewhere.
    public Workplace with(Background other) {
        return new Workplace(store, till, texts, messages, other, operator);
    }

    public boolean may(Permission permission) {
        return operator.get().role().may(permission);
    }
}
