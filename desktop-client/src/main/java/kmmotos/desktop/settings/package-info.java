/// What a person sets at this till: language, look, printer. Kept in a small readable file.
@NullMarked
package kmmotos.desktop.settings;

import org.jspecify.annotations.NullMarked;
