package kmmotos.desktop.training;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kmmotos.desktop.storage.Sql;
import org.hibernate.StatelessSession;

/// How lessons went, by person: no facts, only a help. Kept in the real till's database, as what is
/// practised on is thrown away.
public final class LessonStore {

    public void add(StatelessSession session, LessonResult result) {
        Sql.run(
                session,
                "insert into lesson_result (staff_id, lesson, at, seconds, keys_pressed, mistakes)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6)",
                result.staffId(),
                result.lesson().word(),
                OffsetDateTime.ofInstant(result.at(), ZoneOffset.UTC),
                result.seconds(),
                result.keys(),
                result.mistakes());
    }

    /// The newest first.
    public List<LessonResult> latest(
            StatelessSession session, UUID staffId, Lesson lesson, int limit) {
        return Sql.list(
                        session,
                        Object[].class,
                        limit,
                        "select at, seconds, keys_pressed, mistakes from lesson_result"
                                + " where staff_id = ?1 and lesson = ?2 order by at desc",
                        staffId,
                        lesson.word())
                .stream()
                .map(row ->
                        new LessonResult(
                                staffId,
                                lesson,
                                ((OffsetDateTime) row[0]).toInstant(),
                                ((Number) row[1]).intValue(),
                                ((Number) row[2]).intValue(),
                                ((Number) row[3]).intValue()))
                .toList();
    }
}
