/// Learning to work at the till: nothing that happens there is real. Lessons are ticked off by what
/// happened in the till's models.
@NullMarked
package kmmotos.desktop.training;

import org.jspecify.annotations.NullMarked;
