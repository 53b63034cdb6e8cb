package kmmotos.desktop.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How the window looks. AtlantaFX gives the controls, the theme's own stylesheet the colours and
/// the till's layout.
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light.css"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark.css");

    private static final String[] FONTS = {
        "Roboto-Regular.ttf", "Roboto-Medium.ttf", "Roboto-Bold.ttf"
    };

    private final String controls;
    private final String colours;

    Theme(String controls, String colours) {
        this.controls = controls;
        this.colours = colours;
    }

    public void dress(Scene scene, FontScale scale) {
        for (var font : FONTS) {
            Font.loadFont(resource("fonts/" + font), 14);
        }
        scene.setUserAgentStylesheet(controls);
        scene.getStylesheets()
                .setAll(resource(colours), resource("till.css"), resource("shop.css"));
        scene.getRoot().getStyleClass().removeIf(styleClass -> styleClass.startsWith("scale-"));
        scene.getRoot().getStyleClass().add(scale.styleClass());
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
