/// Price lists, tax rules and coupons as the till keeps them.
@NullMarked
package kmmotos.desktop.pricing;

import org.jspecify.annotations.NullMarked;
