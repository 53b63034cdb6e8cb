package kmmotos.server.reviews;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What all reviews of a product that are shown come to.
///
/// @param average to two places; empty without reviews
/// @param stars how many there are of 1, 2, 3, 4 and 5
record Rating(long count, Optional<Double> average, List<Long> stars) {

    private static final double PLACES = 100;

    static Rating of(List<Long> stars) {
        long count = stars.stream().mapToLong(Long::longValue).sum();
        long sum = IntStream.range(0, stars.size()).mapToLong(i -> (i + 1) * stars.get(i)).sum();
        return new Rating(
                count,
                count == 0
                        ? Optional.empty()
                        : Optional.of(Math.round(PLACES * sum / count) / PLACES),
                stars);
    }
}
