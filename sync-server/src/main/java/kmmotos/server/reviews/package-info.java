/// What customers say of products, and head office's decision whether others see it.
@NullMarked
package kmmotos.server.reviews;

import org.jspecify.annotations.NullMarked;
