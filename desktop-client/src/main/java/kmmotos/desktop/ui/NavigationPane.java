package kmmotos.desktop.ui;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The rail on the left: one button for each place, with its key (Ctrl+1 to Ctrl+8) in the tooltip
/// and the waiting orders as a badge.
final class NavigationPane extends VBox {
    private final ShellModel model;
    private final Texts texts;
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);

    /// @param help explains the screen in front
    NavigationPane(ShellModel model, Texts texts, Runnable help) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("navigation");
        getChildren().add(mark());
        for (var place : Place.values()) {
            var entry = entry(place);
            if (place == Place.SETTINGS) {
                getChildren().addAll(spacer(), help(help));
            }
            getChildren().add(entry);
        }
        model.placeProperty().subscribe(this::select);
        model.allowedPlaces().addListener((ListChangeListener<Place>) _ -> showAllowed());
        showAllowed();
    }

    private Region mark() {
        var mark = new StackPane(new FontIcon(MaterialDesignM.MOTORBIKE));
        mark.getStyleClass().add("mark");
        return mark;
    }

    private Region help(Runnable explain) {
        var button =
                new Button(texts.get("ui.help"), new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("help");
        button.setTooltip(new Tooltip("F1, Ctrl+F1"));
        button.setAccessibleText(texts.get("ui.help"));
        button.setOnAction(_ -> explain.run());
        return button;
    }

    private static Region spacer() {
        var spacer = new Region();
        setVgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    private Region entry(Place place) {
        var button = new ToggleButton(texts.get(place.textKey()), new FontIcon(place.icon()));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("place-" + place.name().toLowerCase(Locale.ROOT));
        button.setTooltip(new Tooltip(place.keys().getDisplayText()));
        button.setAccessibleText(texts.get(place.textKey()));
        button.setOnAction(_ -> {
            model.goTo(place);
            select(model.placeProperty().get());
        });
        buttons.put(place, button);
        return place == Place.ORDERS ? withBadge(button) : button;
    }

    private Region withBadge(ToggleButton button) {
        var badge = new Label();
        badge.getStyleClass().add("badge");
        badge.setMouseTransparent(true);
        badge.textProperty().bind(model.ordersWaitingProperty().asString());
        badge.visibleProperty().bind(model.ordersWaitingProperty().greaterThan(0));
        var stack = new StackPane(button, badge);
        stack.visibleProperty().bind(button.visibleProperty());
        stack.managedProperty().bind(button.managedProperty());
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        return stack;
    }

    private void select(Place chosen) {
        buttons.forEach((place, button) -> button.setSelected(place == chosen));
    }

    private void showAllowed() {
        buttons.forEach((place, button) -> {
            boolean allowed = model.allowedPlaces().contains(place);
            button.setVisible(allowed);
            button.setManaged(allowed);
        });
    }
}
