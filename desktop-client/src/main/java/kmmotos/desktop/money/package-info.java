/// Amounts, quantities, dates and times as people of a language and a store's time zone write them.
@NullMarked
package kmmotos.desktop.money;

import org.jspecify.annotations.NullMarked;
