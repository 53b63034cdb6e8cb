package kmmotos.server.sync;

import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.http.Problem;

/// What came of one of several uploads that were taken in together.
public sealed interface Outcome {

    record Answered(UploadAnswer answer) implements Outcome {}

    record Refused(Problem problem) implements Outcome {}

    /// The answer, or the refusal as an exception.
    default UploadAnswer answered() {
        return switch (this) {
            case Answered(UploadAnswer answer) -> answer;
            case Refused(Problem problem) -> throw problem.refusal();
        };
    }
}
