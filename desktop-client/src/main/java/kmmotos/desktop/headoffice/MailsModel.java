package kmmotos.desktop.headoffice;

import com.fasterxml.jackson.core.type.TypeReference;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.headoffice.MailsView.Mail;

/// The mails to customers: which went, which wait, and why.
public final class MailsModel {
    private final OfficeWork work;
    private final ObservableList<Mail> mails = FXCollections.observableArrayList();
    private final ObservableList<Mail> mailsShown = FXCollections.unmodifiableObservableList(mails);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    MailsModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions()
                .run(
                        () ->
                                work.client()
                                        .get(
                                                work.client().at("mails"),
                                                new TypeReference<MailsView>() {}),
                        this::show,
                        work.failed());
    }

    private void show(MailsView all) {
        OfficeWork.replace(mails, all.items());
        String key = all.canSend() ? "headoffice.mails.on" : "headoffice.mails.off";
        words.set(work.workplace().texts().get(key, all.waiting()));
        work.fresh().run();
    }

    void clear() {
        mails.clear();
        words.set("");
    }

    public ObservableList<Mail> mails() {
        return mailsShown;
    }

    /// How many wait, and whether they can go.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
