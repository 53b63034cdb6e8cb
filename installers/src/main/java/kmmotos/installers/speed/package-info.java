/// Measures how fast the system is, on the machine it runs on. Tests never assert such times.
@NullMarked
package kmmotos.installers.speed;

import org.jspecify.annotations.NullMarked;
