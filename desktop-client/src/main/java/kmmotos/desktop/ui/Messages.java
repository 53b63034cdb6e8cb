package kmmotos.desktop.ui;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the clerk is told, newest last. Nothing here waits for an answer: messages never stand
/// between a scan and the sale.
public final class Messages {
    /// More would cover the sale; the oldest goes first.
    public static final int MAX_SHOWN = 3;

    private final ObservableList<Message> shown = FXCollections.observableArrayList();
    private final ObservableList<Message> readOnly =
            FXCollections.unmodifiableObservableList(shown);

    public ObservableList<Message> shown() {
        return readOnly;
    }

    public void done(String text) {
        add(new Message(Message.Kind.DONE, text));
    }

    public void note(String text) {
        add(new Message(Message.Kind.NOTE, text));
    }

    public void warn(String text) {
        add(new Message(Message.Kind.WARNING, text));
    }

    public void refuse(String text) {
        add(new Message(Message.Kind.REFUSAL, text));
    }

    public void problem(String text) {
        add(new Message(Message.Kind.PROBLEM, text));
    }

    public void dismiss(Message message) {
        shown.remove(message);
    }

    public void clear() {
        shown.clear();
    }

    /// Esc: the newest goes. Answers whether there was one.
    public boolean dismissNewest() {
        if (shown.isEmpty()) {
            return false;
        }
        shown.removeLast();
        return true;
    }

    /// Another customer or another clerk: what was said to the one before would mislead them. What
    /// is broken is still broken.
    public void forgetTheMoment() {
        shown.removeIf(message ->
                message.kind() == Message.Kind.REFUSAL || message.kind() == Message.Kind.WARNING);
    }

    private void add(Message message) {
        shown.remove(message);
        shown.add(message);
        while (shown.size() > MAX_SHOWN) {
            shown.removeFirst();
        }
    }
}
