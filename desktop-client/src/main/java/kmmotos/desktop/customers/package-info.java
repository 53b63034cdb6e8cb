/// The customers a till knows.
@NullMarked
package kmmotos.desktop.customers;

import org.jspecify.annotations.NullMarked;
