package kmmotos.desktop.sales;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import kmmotos.desktop.receipts.MailText;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.sales.Sale;

/// Where a receipt is to be sent. Enter says that the customer agreed.
final class MailDialog implements Dialog {
    private final Texts texts;
    private final TextField address;
    private final VBox view = new VBox();

    MailDialog(SaleModels models, Dialogs layer, Sale sale, Function<Sale, MailText> text) {
        this.texts = models.desk().texts();
        this.address = new TextField(models.mails().knownAddress());
        address.setId("mail-address");
        address.setAccessibleText(texts.get("sales.mail.address"));
        Runnable send =
                () -> {
                    if (models.mails().send(sale, address.getText(), () -> text.apply(sale))) {
                        layer.close(this);
                    }
                };
        address.setOnAction(_ -> send.run());
        var agreed = new Label(texts.get("sales.mail.agreed"));
        agreed.setWrapText(true);
        agreed.getStyleClass().add("muted");
        var go = KeyCap.button("Enter", texts.get("sales.mail.send"), send);
        go.getStyleClass().add("primary");
        go.setId("send-mail");
        view.getStyleClass().add("dialog-body");
        view.getChildren().addAll(new Label(texts.get("sales.mail.address")), address, agreed, go);
    }

    @Override
    public String title() {
        return texts.get("sales.mail.title");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return address;
    }
}
