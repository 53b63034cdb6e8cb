package kmmotos.desktop.sales;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;

/// Before the money: the serial numbers that were not told with the scans, one after the other.
final class SerialDialog implements Dialog {
    private final SaleModels models;
    private final SerialModel serials;
    private final Dialogs layer;
    private final Texts texts;
    private final Label name = new Label();
    private final Label which = new Label();
    private final TextField number = new TextField();
    private final VBox view = new VBox();

    SerialDialog(SaleModels models, Dialogs layer) {
        this.models = models;
        this.serials = models.checkout().serials();
        this.layer = layer;
        this.texts = models.desk().texts();
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        which.getStyleClass().add("muted");
        number.setId("serial-number");
        number.setPromptText(texts.get("sales.serial.number"));
        number.setAccessibleText(texts.get("sales.serial.number"));
        number.setOnAction(_ -> tell(number.getText()));
        var take =
                KeyCap.button(
                        "Enter", texts.get("sales.serial.take"), () -> tell(number.getText()));
        take.getStyleClass().add("primary");
        var buttons =
                new HBox(
                        take,
                        KeyCap.button("F4", texts.get("sales.serial.without"), this::without),
                        KeyCap.button("Esc", texts.get("sales.misfit.back"), this::back));
        buttons.getStyleClass().add("toolbar");
        view.getStyleClass().addAll("dialog-body", "serial-dialog");
        view.getChildren().addAll(name, which, number, buttons);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        show();
    }

    @Override
    public String title() {
        return texts.get("sales.serial.title");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return number;
    }

    @Override
    public boolean scanned(String code) {
        var books = models.desk().counter().books();
        models.desk()
                .counter()
                .background()
                .run(
                        () ->
                                books.scans().readings(code).stream()
                                        .flatMap(reading -> reading.serial().stream())
                                        .findFirst()
                                        .orElse(code),
                        this::tell,
                        models.desk().failed("sales.lookup.failed"));
        return true;
    }

    @Override
    public void cancelled() {
        serials.stopAsking();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F4) {
            without();
            event.consume();
        }
    }

    private void tell(String typed) {
        var asked = serials.askedProperty().get();
        if (asked.isPresent() && !typed.isBlank() && serials.tell(asked.get(), typed)) {
            goOn();
        }
    }

    private void without() {
        serials.askedProperty().get().ifPresent(serials::goOnWithout);
        goOn();
    }

    private void goOn() {
        number.clear();
        if (serials.askedProperty().get().isPresent()) {
            show();
        } else {
            layer.close(this);
            models.checkout().total();
        }
    }

    private void show() {
        serials.askedProperty()
                .get()
                .ifPresent(piece -> {
                    name.setText(piece.name());
                    which.setText(
                            texts.get(
                                    "sales.serial.which",
                                    piece.sku(),
                                    piece.number(),
                                    piece.pieces()));
                });
    }

    private void back() {
        layer.close(this);
        cancelled();
    }
}
