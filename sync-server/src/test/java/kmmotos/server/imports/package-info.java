/// Tests of the table reader.
@NullMarked
package kmmotos.server.imports;

import org.jspecify.annotations.NullMarked;
