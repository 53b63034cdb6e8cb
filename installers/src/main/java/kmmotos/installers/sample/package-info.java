/// A made-up chain of three shops in Brazil with a catalogue of real size, as import files: see
/// NOTICE.txt beside the resources.
@NullMarked
package kmmotos.installers.sample;

import org.jspecify.annotations.NullMarked;
