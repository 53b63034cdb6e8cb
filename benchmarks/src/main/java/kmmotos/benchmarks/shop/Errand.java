package kmmotos.benchmarks.shop;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Function;
import kmmotos.benchmarks.sync.Line;

/// What one customer does, request by request.
interface Errand {

    /// @param step its name in the result
    /// @param begins whether the customer begins something whole with it
    /// @param ends whether that is done with its answer
    @SuppressWarnings("ArrayRecordComponent")
    record Request(String step, byte[] bytes, int expected, boolean begins, boolean ends) {

        static Request of(String step, String head, String body, int expected) {
            byte[] bytes =
                    (head + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII);
            return new Request(step, bytes, expected, false, false);
        }

        static Request get(String step, String path) {
            return of(step, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n", "", 200);
        }

        /// @param headers each with its end of line
        static Request post(String step, String path, String headers, String body, int expected) {
            return of(
                    step,
                    "POST "
                            + path
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + headers,
                    body,
                    expected);
        }

        Request first() {
            return new Request(step, bytes, expected, true, ends);
        }

        Request last() {
            return new Request(step, bytes, expected, begins, true);
        }
    }

    Request next(Random random);

    void hear(Line.Answer answer);

    /// Asks for one page after another.
    static Errand reading(String step, Function<Random, String> path) {
        return new Errand() {
            @Override
            public Request next(Random random) {
                return Request.get(step, path.apply(random));
            }

            @Override
            public void hear(Line.Answer answer) {}
        };
    }
}
