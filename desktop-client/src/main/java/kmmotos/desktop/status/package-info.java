/// How the till stands with the server, in plain words, and what to do when something is wrong.
@NullMarked
package kmmotos.desktop.status;

import org.jspecify.annotations.NullMarked;
