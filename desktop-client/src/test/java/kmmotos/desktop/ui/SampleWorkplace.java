package kmmotos.desktop.ui;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.Till;

/// A workplace without a window, where everything runs at once.
public final class SampleWorkplace {

    private SampleWorkplace() {}

    public static Workplace of(Role role) {
        return of(role, Locale.ENGLISH);
    }

    public static Workplace of(Role role, Locale language) {
        var staff =
                new StaffMember(
                        UUID.nameUUIDFromBytes(role.name().getBytes(StandardCharsets.UTF_8)),
                        "Ana",
                        role,
                        "unused",
                        Set.of(),
                        true);
        return new Workplace(
                SampleSlips.store("pt-BR"),
                new Till(SampleSlips.DEVICE, SampleSlips.STORE, 2, "Counter 2"),
                new Texts(language),
                new Messages(),
                Background.direct(),
                () -> staff);
    }

    /// What the person was told last.
    public static String lastMessage(Workplace workplace) {
        return workplace.messages().shown().getLast().text();
    }
}
