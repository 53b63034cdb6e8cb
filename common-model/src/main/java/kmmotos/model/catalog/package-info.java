/// What can be sold: products, variants, their numbers, brands and categories.
@NullMarked
package kmmotos.model.catalog;

import org.jspecify.annotations.NullMarked;
