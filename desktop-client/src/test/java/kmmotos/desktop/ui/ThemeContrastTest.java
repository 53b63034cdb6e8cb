package kmmotos.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// WCAG 2.2, 1.4.3: text has a contrast of at least 4.5:1 on what it stands on.
class ThemeContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-[a-z0-9-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "-color-fg-default, -color-bg-default",
        "-color-fg-default, -km-ground",
        "-color-fg-default, -km-panel",
        "-color-fg-muted, -km-panel",
        "-color-fg-muted, -km-ground",
        "-color-fg-muted, -km-status",
        "-color-fg-muted, -color-bg-inset",
        "-color-fg-subtle, -color-bg-default",
        "-color-fg-subtle, -km-panel",
        "-color-fg-emphasis, -color-accent-emphasis",
        "-color-accent-fg, -color-accent-subtle",
        "-color-fg-default, -color-accent-subtle",
        "-color-fg-muted, -color-accent-subtle",
        "-color-success-fg, -color-success-subtle",
        "-color-success-fg, -km-panel",
        "-color-success-fg, -color-accent-subtle",
        "-color-warning-fg, -color-warning-subtle",
        "-color-warning-fg, -km-panel",
        "-color-danger-fg, -color-danger-subtle",
        "-color-danger-fg, -km-panel",
        "-color-danger-fg, -km-status",
        "-km-rail-fg, -km-rail",
        "-km-rail-fg-on, -km-rail-selected"
    })
    void textCanBeReadOnWhatItStandsOn(String text, String ground) throws IOException {
        for (var theme : new String[] {"light", "dark"}) {
            var colours = colours(theme);
            assertThat(contrast(of(colours, text), of(colours, ground)))
                    .as("%s on %s, %s", text, ground, theme)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static Map<String, Color> colours(String theme) throws IOException {
        var css =
                Files.readString(
                        Path.of("src/main/resources/kmmotos/desktop/ui/" + theme + ".css"));
        var colours = new HashMap<String, Color>();
        var matcher = COLOUR.matcher(css);
        while (matcher.find()) {
            colours.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        return colours;
    }

    private static Color of(Map<String, Color> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
