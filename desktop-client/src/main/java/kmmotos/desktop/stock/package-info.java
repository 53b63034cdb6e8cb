/// The shop's stock: figures, movements, goods received and corrections.
@NullMarked
package kmmotos.desktop.stock;

import org.jspecify.annotations.NullMarked;
