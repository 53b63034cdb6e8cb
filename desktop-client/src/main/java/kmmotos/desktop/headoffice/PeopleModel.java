package kmmotos.desktop.headoffice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.receipts.Slip;
import kmmotos.model.staff.Role;

/// Who works for the chain: what they are, where, and whether they have a badge.
public final class PeopleModel {
    private final OfficeWork work;
    private final ObservableList<StaffLine> people = FXCollections.observableArrayList();
    private final ObservableList<StaffLine> peopleShown =
            FXCollections.unmodifiableObservableList(people);
    private final ReadOnlyObjectWrapper<Optional<StaffLine>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Slip>> badge =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    PeopleModel(OfficeWork work) {
        this.work = work;
    }

    /// What is typed about somebody.
    ///
    /// @param stores codes with commas between
    /// @param pin empty to leave it as it is, as `login` and `password`
    public record Typed(
            String name,
            Role role,
            String stores,
            boolean active,
            String pin,
            String login,
            String password) {

        private Map<String, Object> edit() {
            Map<String, Object> edit = new LinkedHashMap<>();
            edit.put("name", name.strip());
            edit.put("role", role);
            edit.put("stores", codes());
            edit.put("active", active);
            given("pin", pin, edit);
            given("login", login.strip(), edit);
            given("password", password, edit);
            return edit;
        }

        private List<String> codes() {
            return Arrays.stream(stores.split("[,;\\s]+", -1))
                    .filter(code -> !code.isEmpty())
                    .map(code -> code.toUpperCase(Locale.ROOT))
                    .distinct()
                    .toList();
        }

        private static void given(String member, String typed, Map<String, Object> edit) {
            if (!typed.isEmpty()) {
                edit.put(member, typed);
            }
        }
    }

    public void refresh() {
        work.actions()
                .run(
                        work.client().staff()::all,
                        all -> {
                            show(all, chosen.get().map(StaffLine::staffId));
                            work.fresh().run();
                        },
                        work.failed());
    }

    /// Somebody who is not written down yet stays chosen.
    private void show(List<StaffLine> all, Optional<UUID> staffId) {
        OfficeWork.replace(people, all);
        people.stream()
                .filter(one -> staffId.filter(one.staffId()::equals).isPresent())
                .findFirst()
                .ifPresent(one -> chosen.set(Optional.of(one)));
    }

    void clear() {
        people.clear();
        choose(Optional.empty());
    }

    public void choose(Optional<StaffLine> person) {
        if (!chosen.get().map(StaffLine::staffId).equals(person.map(StaffLine::staffId))) {
            badge.set(Optional.empty());
        }
        chosen.set(person);
    }

    /// Somebody who begins; they are written down when they are saved.
    public void begin() {
        choose(
                Optional.of(
                        new StaffLine(
                                UUID.randomUUID(),
                                "",
                                Role.CASHIER,
                                Set.of(work.workplace().store().storeId()),
                                true,
                                false)));
    }

    /// Whether the chosen one is written down.
    public boolean isKnown() {
        return chosen.get()
                .filter(person ->
                        people.stream().anyMatch(one -> one.staffId().equals(person.staffId())))
                .isPresent();
    }

    public void save(Typed typed) {
        chosen.get()
                .ifPresent(person -> {
                    if (typed.name().isBlank()) {
                        work.problem("headoffice.people.no_name");
                    } else if (typed.pin().isEmpty() && !isKnown()) {
                        work.problem("headoffice.people.no_pin");
                    } else {
                        change(
                                () -> work.client().staff().save(person.staffId(), typed.edit()),
                                "headoffice.people.saved");
                    }
                });
    }

    /// Makes a badge and shows it: it is told this once.
    public void makeBadge() {
        chosen.get()
                .filter(_ -> isKnown())
                .ifPresent(person ->
                        work.actions()
                                .run(
                                        () -> work.client().staff().makeBadge(person.staffId()),
                                        code -> {
                                            badge.set(Optional.of(slip(person, code)));
                                            work.done("headoffice.people.badge.made");
                                            refresh();
                                        },
                                        work.failed()));
    }

    public void takeBadge() {
        chosen.get()
                .filter(StaffLine::hasBadge)
                .ifPresent(person ->
                        change(
                                () -> {
                                    work.client().staff().takeBadge(person.staffId());
                                    return person;
                                },
                                "headoffice.people.badge.taken"));
    }

    private static Slip slip(StaffLine person, String code) {
        return Slip.named(person.name()).large(person.name()).barcode(code).build();
    }

    private void change(Callable<StaffLine> doing, String done) {
        badge.set(Optional.empty());
        work.actions()
                .run(
                        () -> {
                            UUID changed = doing.call().staffId();
                            return new Changed(changed, work.client().staff().all());
                        },
                        now -> {
                            show(now.all(), Optional.of(now.staffId()));
                            work.done(done);
                            work.fresh().run();
                        },
                        work.failed());
    }

    private record Changed(UUID staffId, List<StaffLine> all) {}

    public ObservableList<StaffLine> people() {
        return peopleShown;
    }

    public ReadOnlyObjectProperty<Optional<StaffLine>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// A badge that was made just now, to be printed.
    public ReadOnlyObjectProperty<Optional<Slip>> badgeProperty() {
        return badge.getReadOnlyProperty();
    }
}
