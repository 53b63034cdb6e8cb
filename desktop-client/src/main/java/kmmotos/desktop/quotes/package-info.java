/// Quotes at the till: kept, found again, and put on paper.
@NullMarked
package kmmotos.desktop.quotes;

import org.jspecify.annotations.NullMarked;
