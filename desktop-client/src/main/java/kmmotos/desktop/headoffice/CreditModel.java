package kmmotos.desktop.headoffice;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.CreditView.Account;
import kmmotos.desktop.headoffice.CreditView.Held;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.stores.StoreId;

/// What customers owe and may owe, and what tills hold.
public final class CreditModel {
    private final OfficeWork work;
    private final ObservableList<Account> accounts = FXCollections.observableArrayList();
    private final ObservableList<Account> accountsShown =
            FXCollections.unmodifiableObservableList(accounts);
    private final ObservableList<Held> held = FXCollections.observableArrayList();
    private final ObservableList<Held> heldShown = FXCollections.unmodifiableObservableList(held);
    private final ObservableList<Customer> found = FXCollections.observableArrayList();
    private final ObservableList<Customer> foundShown =
            FXCollections.unmodifiableObservableList(found);
    private final ReadOnlyObjectWrapper<Optional<Account>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    CreditModel(OfficeWork work) {
        this.work = work;
    }

    /// What is typed about a customer's credit.
    ///
    /// @param home a store's code, or nothing
    /// @param note why
    public record Typed(String limit, String home, boolean blocked, String note) {}

    public void refresh() {
        work.actions().run(work.client().accounts()::credit, this::show, work.failed());
    }

    void clear() {
        accounts.clear();
        held.clear();
        found.clear();
        chosen.set(Optional.empty());
    }

    public void choose(Optional<Account> account) {
        chosen.set(account);
    }

    /// Looks for a customer who may buy on account from now on.
    public void find(String name) {
        if (name.isBlank()) {
            work.problem("headoffice.credit.no_name");
            return;
        }
        work.actions()
                .run(
                        () -> work.client().accounts().customers(name),
                        customers -> {
                            found.setAll(customers);
                            if (customers.isEmpty()) {
                                work.problem("headoffice.credit.nobody");
                            }
                            work.fresh().run();
                        },
                        work.failed());
    }

    /// Whoever has no account yet owes nothing and may owe nothing.
    public void choose(Customer customer) {
        var known =
                accounts.stream()
                        .filter(account -> account.customerId().equals(customer.customerId()))
                        .findFirst();
        var nothing = Money.zero(work.workplace().store().currency());
        chosen.set(
                known.or(() ->
                        Optional.of(
                                new Account(
                                        customer.customerId(),
                                        customer.name(),
                                        nothing,
                                        nothing,
                                        nothing,
                                        Optional.empty(),
                                        false))));
        found.clear();
    }

    /// The chosen customer may owe so much from now on.
    public void save(Typed typed) {
        var account = chosen.get();
        if (account.isEmpty()) {
            work.problem("headoffice.credit.choose");
            return;
        }
        var limit =
                work.workplace()
                        .typedNumbers()
                        .money(typed.limit(), account.get().limit().currency());
        if (limit.filter(money -> !money.isNegative()).isEmpty()) {
            work.problem("headoffice.credit.no_amount");
        } else if (!typed.home().isBlank() && home(typed).isEmpty()) {
            work.problem("headoffice.credit.no_store");
        } else if (typed.note().isBlank()) {
            work.problem("headoffice.needs_note");
        } else {
            save(account.get(), limit.get(), typed);
        }
    }

    private static Optional<StoreId> home(Typed typed) {
        try {
            return Optional.of(
                    new StoreId(typed.home().strip().toUpperCase(java.util.Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void save(Account account, Money limit, Typed typed) {
        var decision =
                new CreditView.Decision(
                        account.customerId(),
                        limit,
                        typed.home().isBlank() ? Optional.empty() : home(typed),
                        typed.blocked(),
                        typed.note().strip());
        work.actions()
                .run(
                        () -> {
                            work.client().accounts().setCredit(decision);
                            return work.client().accounts().credit();
                        },
                        all -> {
                            show(all);
                            chosen.set(
                                    accounts.stream()
                                            .filter(one ->
                                                    one.customerId().equals(account.customerId()))
                                            .findFirst());
                            work.done(
                                    typed.blocked()
                                            ? "headoffice.credit.blocked"
                                            : "headoffice.credit.saved",
                                    account.name(),
                                    work.workplace().formats().money(limit));
                        },
                        work.failed());
    }

    /// Frees what a lost till holds.
    public void close(Held lease, String note) {
        if (note.isBlank()) {
            work.problem("headoffice.needs_note");
            return;
        }
        work.actions()
                .run(
                        () -> {
                            work.client().accounts().closeLease(lease.leaseId(), note.strip());
                            return work.client().accounts().credit();
                        },
                        all -> {
                            show(all);
                            work.done("headoffice.lease.closed");
                        },
                        work.failed());
    }

    public ObservableList<Account> accounts() {
        return accountsShown;
    }

    public ObservableList<Held> held() {
        return heldShown;
    }

    /// Customers of the name that was looked for.
    public ObservableList<Customer> found() {
        return foundShown;
    }

    public ReadOnlyObjectProperty<Optional<Account>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    private void show(CreditView all) {
        OfficeWork.replace(accounts, all.accounts());
        OfficeWork.replace(held, all.held());
        work.fresh().run();
    }
}
