/// What pages of paper have in common, whatever is on them.
@NullMarked
package kmmotos.desktop.pages;

import org.jspecify.annotations.NullMarked;
