package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.CreditView.Account;
import kmmotos.desktop.headoffice.CreditView.Held;
import kmmotos.desktop.headoffice.CreditView.OnCards;
import kmmotos.model.money.Money;

/// What customers owe and may owe, what is owed on gift cards, and what tills hold of both.
public final class CreditModel {
    private final OfficeWork work;
    private final ObservableList<OnCards> owed = FXCollections.observableArrayList();
    private final ObservableList<OnCards> owedShown =
            FXCollections.unmodifiableObservableList(owed);
    private final ObservableList<Account> accounts = FXCollections.observableArrayList();
    private final ObservableList<Account> accountsShown =
            FXCollections.unmodifiableObservableList(accounts);
    private final ObservableList<Held> held = FXCollections.observableArrayList();
    private final ObservableList<Held> heldShown = FXCollections.unmodifiableObservableList(held);
    private final ReadOnlyObjectWrapper<Optional<Account>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    CreditModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(work.client()::credit, this::show, work.failed());
    }

    void clear() {
        owed.clear();
        accounts.clear();
        held.clear();
        chosen.set(Optional.empty());
    }

    public void choose(Optional<Account> account) {
        chosen.set(account);
    }

    /// The chosen customer may owe so much from now on.
    public void limit(String typed) {
        var account = chosen.get();
        if (account.isEmpty()) {
            work.problem("headoffice.credit.choose");
            return;
        }
        var limit = work.workplace().typedNumbers().money(typed, account.get().limit().currency());
        if (limit.filter(money -> !money.isNegative()).isEmpty()) {
            work.problem("headoffice.credit.no_amount");
            return;
        }
        save(account.get(), limit.get());
    }

    private void save(Account account, Money limit) {
        work.actions()
                .run(
                        () -> {
                            work.client().setCredit(account, limit);
                            return work.client().credit();
                        },
                        all -> {
                            show(all);
                            work.workplace()
                                    .messages()
                                    .done(
                                            work.workplace()
                                                    .texts()
                                                    .get(
                                                            "headoffice.credit.saved",
                                                            account.name(),
                                                            work.workplace()
                                                                    .formats()
                                                                    .money(limit)));
                        },
                        work.failed());
    }

    /// Frees what a lost till holds.
    public void close(Held lease, String note) {
        if (note.isBlank()) {
            work.problem("headoffice.lease.needs_note");
            return;
        }
        work.actions()
                .run(
                        () -> {
                            work.client().closeLease(lease.leaseId(), note.strip());
                            return work.client().credit();
                        },
                        all -> {
                            show(all);
                            work.done("headoffice.lease.closed");
                        },
                        work.failed());
    }

    public ObservableList<OnCards> owed() {
        return owedShown;
    }

    public ObservableList<Account> accounts() {
        return accountsShown;
    }

    public ObservableList<Held> held() {
        return heldShown;
    }

    public ReadOnlyObjectProperty<Optional<Account>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    private void show(CreditView all) {
        replace(owed, all.owed());
        replace(accounts, all.accounts());
        replace(held, all.held());
        work.fresh().run();
    }

    private static <T> void replace(ObservableList<T> shown, List<T> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }
}
