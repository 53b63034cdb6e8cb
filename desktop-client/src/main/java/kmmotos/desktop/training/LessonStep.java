package kmmotos.desktop.training;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.desktop.keys.CounterKey;
import kmmotos.desktop.keys.KeyMap;

/// One thing to do.
///
/// @param word what it is called in the texts, after `training.step.`
/// @param keys of the counter that lead to it
/// @param fixed keys of other places that lead to it
/// @param done whether it happened
record LessonStep(String word, List<CounterKey> keys, List<String> fixed, Predicate<Seen> done) {

    static LessonStep of(String word, Predicate<Seen> done, CounterKey... keys) {
        return new LessonStep(word, List.of(keys), List.of(), done);
    }

    static LessonStep elsewhere(String word, Predicate<Seen> done, String... keys) {
        return new LessonStep(word, List.of(), List.of(keys), done);
    }

    Set<String> expected(KeyMap inForce) {
        return Stream.concat(keys.stream().map(inForce::key), fixed.stream())
                .collect(Collectors.toSet());
    }
}
