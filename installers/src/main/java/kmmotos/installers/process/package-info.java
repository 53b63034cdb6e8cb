/// Other Java processes, started, talked to by lines, and ended or killed.
@NullMarked
package kmmotos.installers.process;

import org.jspecify.annotations.NullMarked;
