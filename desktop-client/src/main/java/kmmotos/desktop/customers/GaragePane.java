package kmmotos.desktop.customers;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.fitment.BikeFound;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.TextCell;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.customers.OwnedMotorcycle;
import kmmotos.model.fitment.Vin;

/// A customer's motorcycles: Enter takes one for the sale, Del takes one out of the garage.
final class GaragePane extends VBox {
    private final GarageModel model;
    private final Texts texts;
    private final TextField bike = new TextField();
    private final TextField plate = new TextField();
    private final TextField note = new TextField();

    GaragePane(GarageModel model, Texts texts, Consumer<OwnedMotorcycle> take) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "garage");
        var title = new Label(texts.get("customers.garage"));
        title.getStyleClass().add("section-title");
        var trouble = new Label();
        trouble.setId("garage-trouble");
        trouble.getStyleClass().add("bad");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.troubleProperty());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        getChildren().addAll(title, bikes(take), entry(), trouble, found());
    }

    private Node bikes(Consumer<OwnedMotorcycle> take) {
        var list = new ListView<>(model.bikes());
        list.setId("garage");
        list.setPlaceholder(new Label(texts.get("customers.garage.empty")));
        list.setAccessibleText(texts.get("customers.garage"));
        list.setCellFactory(_ -> new TextCell<>(this::words));
        list.getStyleClass().add("lines-3");
        list.setOnKeyPressed(event -> {
            var chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
            if (event.getCode() == KeyCode.ENTER) {
                chosen.ifPresent(take);
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                chosen.ifPresent(model::remove);
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(take);
            }
        });
        return list;
    }

    private String words(OwnedMotorcycle owned) {
        var words = new StringBuilder(owned.motorcycle().toString());
        owned.plate().ifPresent(it -> words.append(" · ").append(it));
        owned.vin().ifPresent(it -> words.append(" · ").append(it));
        owned.note().ifPresent(it -> words.append(" · ").append(it));
        return words.toString();
    }

    private Node entry() {
        prepare(bike, "garage-bike", "customers.garage.bike");
        prepare(plate, "garage-plate", "customers.garage.plate");
        prepare(note, "garage-note", "customers.garage.note");
        HBox.setHgrow(bike, Priority.ALWAYS);
        plate.setPrefColumnCount(7);
        note.setPrefColumnCount(9);
        var add = KeyCap.button("Enter", texts.get("customers.garage.add"), this::add);
        add.setId("garage-add");
        add.setMinWidth(USE_PREF_SIZE);
        var bar = new HBox(bike, plate, note, add);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private void prepare(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        field.setOnAction(_ -> add());
    }

    private void add() {
        model.add(new GarageModel.Entry(bike.getText(), plate.getText(), note.getText()));
        if (model.found().isEmpty() && model.troubleProperty().get().isEmpty()) {
            bike.clear();
            plate.clear();
            note.clear();
        }
    }

    /// Of several that may be meant the clerk picks one.
    private Node found() {
        var list = new ListView<>(model.found());
        list.setId("garage-found");
        list.setAccessibleText(texts.get("customers.garage.which"));
        list.setCellFactory(_ -> new TextCell<>(this::words));
        list.getStyleClass().add("lines-4");
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                pick(list);
                event.consume();
            }
        });
        list.setOnMouseClicked(_ -> pick(list));
        var which = new Label(texts.get("customers.garage.which"));
        which.getStyleClass().add("muted");
        var box = new VBox(which, list);
        box.visibleProperty().bind(Bindings.isNotEmpty(model.found()));
        box.managedProperty().bind(box.visibleProperty());
        box.visibleProperty()
                .subscribe(shown -> {
                    if (shown) {
                        list.getSelectionModel().selectFirst();
                        list.requestFocus();
                    }
                });
        return box;
    }

    private void pick(ListView<BikeFound> list) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(meant -> {
                    model.pick(meant);
                    bike.clear();
                    plate.clear();
                    note.clear();
                    bike.requestFocus();
                });
    }

    private String words(BikeFound meant) {
        return meant.motorcycle() + meant.vin().map(Vin::value).map(" · "::concat).orElse("");
    }
}
