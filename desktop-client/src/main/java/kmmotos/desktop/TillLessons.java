package kmmotos.desktop;

import java.util.List;
import java.util.UUID;
import kmmotos.desktop.training.Lesson;
import kmmotos.desktop.training.LessonBook;
import kmmotos.desktop.training.LessonResult;
import kmmotos.desktop.training.LessonStore;
import kmmotos.desktop.training.TrainingStore;

/// Lessons and their results, in the books of the real till.
final class TillLessons implements LessonBook {
    private final Till till;
    private final LessonStore results = new LessonStore();
    private final TrainingStore examples = new TrainingStore();

    /// @param till the real one
    TillLessons(Till till) {
        this.till = till;
    }

    @Override
    public Examples examples() {
        return till.database()
                .read(session ->
                        new Examples(
                                examples.exampleCode(session).orElse(""),
                                examples.exampleCustomer(session).orElse("")));
    }

    @Override
    public List<LessonResult> latest(UUID staffId, Lesson lesson, int limit) {
        return till.database().read(session -> results.latest(session, staffId, lesson, limit));
    }

    @Override
    public void add(LessonResult result) {
        till.database().write(session -> results.add(session, result));
    }
}
