package kmmotos.desktop.headoffice;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.CardView.OnCards;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;

/// What is owed on gift cards; and lost ones: found, blocked, and what is on them moved to new
/// ones.
public final class CardsModel {
    private static final int SECRET_BYTES = 32;

    private final OfficeWork work;
    private final SecureRandom random = new SecureRandom();
    private final ObservableList<OnCards> owed = FXCollections.observableArrayList();
    private final ObservableList<OnCards> owedShown =
            FXCollections.unmodifiableObservableList(owed);
    private final ObservableList<CardView> found = FXCollections.observableArrayList();
    private final ObservableList<CardView> foundShown =
            FXCollections.unmodifiableObservableList(found);
    private final ReadOnlyObjectWrapper<Optional<CardView>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper newNumber = new ReadOnlyStringWrapper("");
    private String looked = "";

    CardsModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions()
                .run(
                        work.client().accounts()::onCards,
                        all -> {
                            OfficeWork.replace(owed, all);
                            work.fresh().run();
                        },
                        work.failed());
    }

    void clear() {
        owed.clear();
        found.clear();
        newNumber.set("");
        chosen.set(Optional.empty());
        looked = "";
    }

    /// @param typed a card's number, the four characters at its end, or a receipt's number
    public void find(String typed) {
        if (typed.isBlank()) {
            work.problem("headoffice.cards.nothing_typed");
            return;
        }
        looked = typed;
        act(
                () -> work.client().accounts().cards(typed),
                () -> {
                    if (found.isEmpty()) {
                        work.problem("headoffice.cards.none");
                    }
                });
    }

    public void choose(Optional<CardView> card) {
        chosen.set(card);
    }

    public void block(String note) {
        withReason(
                note,
                card -> change(() -> block(card, true, note), "headoffice.cards.now_blocked"));
    }

    public void unblock(String note) {
        withReason(
                note, card -> change(() -> block(card, false, note), "headoffice.cards.now_free"));
    }

    private List<CardView> block(CardView card, boolean blocked, String note) {
        work.client().accounts().block(card, blocked, note.strip());
        return work.client().accounts().cards(looked);
    }

    /// Moves what is on it to a card with a number that is made here and shown once: the server
    /// learns its hash.
    public void move(String note) {
        withReason(
                note,
                card -> {
                    if (card.blocked()) {
                        move(card, newNumber(), note);
                    } else {
                        work.problem("headoffice.cards.block_first");
                    }
                });
    }

    private GiftCardNumber newNumber() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return GiftCardNumber.of(secret);
    }

    /// Shown before it is asked for: if the answer is lost, the number must not be.
    private void move(CardView card, GiftCardNumber number, String note) {
        newNumber.set(number.printed());
        work.actions()
                .run(
                        () -> {
                            Money amount =
                                    work.client().accounts().move(card, number, note.strip());
                            return new Moved(amount, work.client().accounts().cards(looked));
                        },
                        moved -> {
                            show(moved.cards());
                            work.done(
                                    "headoffice.cards.moved",
                                    work.workplace().formats().money(moved.amount()));
                            work.fresh().run();
                        },
                        this::notMoved);
    }

    private record Moved(Money amount, List<CardView> cards) {}

    /// What was not heard of may have happened.
    private void notMoved(Exception failure) {
        boolean isRefused =
                failure instanceof HeadOfficeFailed known
                        && known.reason() != HeadOfficeFailed.Reason.NOT_REACHED;
        if (isRefused) {
            newNumber.set("");
        }
        work.failed().accept(failure);
    }

    private void withReason(String note, Consumer<CardView> then) {
        if (chosen.get().isEmpty()) {
            work.problem("headoffice.cards.choose");
        } else if (note.isBlank()) {
            work.problem("headoffice.needs_note");
        } else {
            newNumber.set("");
            then.accept(chosen.get().get());
        }
    }

    private void change(Callable<List<CardView>> doing, String done) {
        act(doing, () -> work.done(done));
    }

    private void act(Callable<List<CardView>> doing, Runnable then) {
        work.actions()
                .run(
                        doing,
                        cards -> {
                            show(cards);
                            then.run();
                            work.fresh().run();
                        },
                        work.failed());
    }

    private void show(List<CardView> cards) {
        var before = chosen.get().map(CardView::cardId);
        found.setAll(cards);
        chosen.set(
                cards.stream()
                        .filter(card -> before.filter(card.cardId()::equals).isPresent())
                        .findFirst());
    }

    public ObservableList<OnCards> owed() {
        return owedShown;
    }

    public ObservableList<CardView> found() {
        return foundShown;
    }

    public ReadOnlyObjectProperty<Optional<CardView>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// The number of the new card, to be written on it; empty if there is none to show.
    public ReadOnlyStringProperty newNumberProperty() {
        return newNumber.getReadOnlyProperty();
    }
}
