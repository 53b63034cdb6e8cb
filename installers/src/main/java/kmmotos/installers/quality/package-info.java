/// Measures how good the search is, by judged queries over the sample's catalogue.
@NullMarked
package kmmotos.installers.quality;

import org.jspecify.annotations.NullMarked;
