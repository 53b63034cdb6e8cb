/// The import files that docs/import.md describes, as they are written.
@NullMarked
package kmmotos.installers.files;

import org.jspecify.annotations.NullMarked;
