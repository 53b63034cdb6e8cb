package kmmotos.desktop.training;

import java.time.Instant;
import java.util.UUID;

/// How a lesson went.
///
/// @param seconds from its beginning to its last step
/// @param keys pressed by hand; what a scanner types is none
/// @param mistakes keys that lead elsewhere, and what the till refused
public record LessonResult(
        UUID staffId, Lesson lesson, Instant at, int seconds, int keys, int mistakes) {}
