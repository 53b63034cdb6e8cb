/// Reads the files that head office imports: tables in CSV or XLSX, row by row, with a report.
@NullMarked
package kmmotos.server.imports;

import org.jspecify.annotations.NullMarked;
