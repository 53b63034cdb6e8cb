/// The till's shell: window, theme, navigation, messages, dialogs inside the window, texts in three
/// languages, and the scanner's ear. Features plug their screens in; nothing here knows what is
/// sold.
@NullMarked
package kmmotos.desktop.ui;

import org.jspecify.annotations.NullMarked;
