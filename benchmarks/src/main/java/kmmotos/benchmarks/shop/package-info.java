/// Measures the online shop: searches and products' pages, through HTTP, by many callers at once.
@NullMarked
package kmmotos.benchmarks.shop;

import org.jspecify.annotations.NullMarked;
