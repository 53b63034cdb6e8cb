package kmmotos.desktop.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.model.customers.Customer;
import kmmotos.model.customers.TaxNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.staff.Permission;

/// One customer in front of the clerk, known or new: what is typed is checked, and written down at
/// once when it is saved, with or without a connection.
public final class CustomerModel {
    private static final int MAX_PURCHASES = 50;
    private static final int MIN_DIGITS = 6;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    private final CustomerDesk desk;
    private final GarageModel garage;
    private final ReadOnlyObjectWrapper<Optional<Customer>> customer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<CustomerDraft> draft =
            new ReadOnlyObjectWrapper<>(CustomerDraft.named(""));
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper account = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObservableList<Sale> purchases = FXCollections.observableArrayList();
    private final ObservableList<String> groups = FXCollections.observableArrayList();
    private Optional<CustomerDraft> warned = Optional.empty();

    public CustomerModel(CustomerDesk desk) {
        this.desk = desk;
        this.garage = new GarageModel(desk);
    }

    private record Past(
            List<Sale> purchases, Optional<CustomerBook.Account> account, List<String> groups) {}

    /// Begins with somebody new, called like this so far.
    void begin(String name) {
        show(Optional.empty(), CustomerDraft.named(name));
    }

    void open(Customer known) {
        show(Optional.of(known), CustomerDraft.of(known));
    }

    private void show(Optional<Customer> known, CustomerDraft typed) {
        customer.set(known);
        draft.set(typed);
        garage.show(known.map(Customer::motorcycles).orElse(List.of()));
        trouble.set("");
        account.set("");
        warned = Optional.empty();
        purchases.clear();
        desk.background().run(() -> past(known), this::show, _ -> fail());
    }

    private Past past(Optional<Customer> known) {
        var id = known.map(Customer::customerId);
        return new Past(
                id.map(it -> desk.book().purchases(it, MAX_PURCHASES)).orElse(List.of()),
                id.map(desk.book()::account),
                desk.book().priceGroups());
    }

    private void show(Past past) {
        purchases.setAll(past.purchases());
        groups.setAll(past.groups());
        account.set(past.account().map(this::words).orElse(""));
    }

    private String words(CustomerBook.Account found) {
        var texts = desk.texts();
        return found.told()
                .map(told ->
                        texts.get(
                                told.blocked()
                                        ? "customers.account.blocked"
                                        : "customers.account.owes",
                                desk.formats().money(told.owes()),
                                desk.formats().money(told.limit())))
                .orElseGet(() ->
                        texts.get(
                                found.isAsked()
                                        ? "customers.account.none"
                                        : "customers.account.offline"));
    }

    /// Writes down what was typed, if it makes sense.
    ///
    /// @param saved told who was written down
    void save(CustomerDraft typed, Consumer<Customer> saved) {
        var wrong = wrong(typed);
        if (busy.get() || wrong.isPresent()) {
            trouble.set(wrong.orElse(trouble.get()));
            return;
        }
        var staff = desk.signIn().operator().orElseThrow().staffId();
        var wanted = wanted(typed);
        busy.set(true);
        desk.background()
                .run(
                        () -> written(typed, wanted, staff),
                        written -> done(typed, written, saved),
                        _ -> fail());
    }

    /// Either who was written down, or who looks like the same person.
    private record Written(Optional<Customer> customer, Optional<Customer> similar) {}

    private Customer wanted(CustomerDraft typed) {
        var now = desk.clock().get();
        var wanted = typed.of(customer.get(), desk.ids().get(), garage.all(), now);
        return customer.get().map(known -> known.edited(wanted, now)).orElse(wanted);
    }

    private Written written(CustomerDraft typed, Customer wanted, UUID staff) {
        if (customer.get().equals(Optional.of(wanted))) {
            return new Written(Optional.of(wanted), Optional.empty());
        }
        boolean isKnownToBeFine =
                warned.equals(Optional.of(typed)) || typed.isReachedAs(draft.get());
        var similar = isKnownToBeFine ? Optional.<Customer>empty() : desk.book().similar(wanted);
        return similar.isPresent()
                ? new Written(Optional.empty(), similar)
                : new Written(Optional.of(desk.book().save(wanted, staff)), Optional.empty());
    }

    private void done(CustomerDraft typed, Written written, Consumer<Customer> saved) {
        busy.set(false);
        written.similar()
                .ifPresent(other -> {
                    warned = Optional.of(typed);
                    trouble.set(desk.texts().get("customers.similar", other.name()));
                });
        written.customer()
                .ifPresent(known -> {
                    customer.set(Optional.of(known));
                    trouble.set("");
                    saved.accept(known);
                });
    }

    private void fail() {
        busy.set(false);
        trouble.set(desk.texts().get("customers.failed"));
    }

    private Optional<String> wrong(CustomerDraft typed) {
        var texts = desk.texts();
        if (!desk.signIn().may(Permission.EDIT_CUSTOMER)) {
            return Optional.of(texts.get("customers.not_allowed"));
        }
        if (typed.name().isBlank() || isTooLong(typed)) {
            return Optional.of(texts.get("customers.wrong.name", Customer.MAX_LENGTH));
        }
        if (!typed.email().isBlank() && !EMAIL.matcher(typed.email().strip()).matches()) {
            return Optional.of(texts.get("customers.wrong.email"));
        }
        if (!typed.phone().isBlank() && digits(typed.phone()) < MIN_DIGITS) {
            return Optional.of(texts.get("customers.wrong.phone"));
        }
        if (!typed.taxNumber().isBlank()
                && TaxNumber.check(typed.taxNumber(), desk.country()) == TaxNumber.Verdict.WRONG) {
            return Optional.of(texts.get("customers.wrong.tax_number"));
        }
        boolean isSameGroup = typed.priceGroup().strip().equals(draft.get().priceGroup());
        return isSameGroup || maySetGroup()
                ? Optional.empty()
                : Optional.of(texts.get("customers.wrong.group"));
    }

    private static boolean isTooLong(CustomerDraft typed) {
        return List.of(typed.name(), typed.phone(), typed.email(), typed.taxNumber()).stream()
                .anyMatch(text -> text.length() > Customer.MAX_LENGTH);
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    public boolean maySetGroup() {
        return desk.signIn().may(Permission.SET_PRICE_GROUP);
    }

    CustomerDesk desk() {
        return desk;
    }

    public GarageModel garage() {
        return garage;
    }

    /// Empty while they are new.
    public ReadOnlyObjectProperty<Optional<Customer>> customerProperty() {
        return customer.getReadOnlyProperty();
    }

    /// What the form begins with.
    ReadOnlyObjectProperty<CustomerDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty accountProperty() {
        return account.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ObservableList<Sale> purchases() {
        return FXCollections.unmodifiableObservableList(purchases);
    }

    public ObservableList<String> groups() {
        return FXCollections.unmodifiableObservableList(groups);
    }
}
