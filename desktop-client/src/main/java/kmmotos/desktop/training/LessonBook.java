package kmmotos.desktop.training;

import java.util.List;
import java.util.UUID;

/// What this till keeps of lessons, and what lessons take from its books. Called away from the
/// window's thread.
public interface LessonBook {
    /// What a clerk may type; empty where there is none.
    ///
    /// @param code of an item
    /// @param customer part of the name of one who buys wholesale
    record Examples(String code, String customer) {}

    Examples examples();

    /// A clerk's last results, the newest first.
    List<LessonResult> latest(UUID staffId, Lesson lesson, int limit);

    void add(LessonResult result);
}
