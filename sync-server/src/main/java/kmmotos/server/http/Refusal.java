package kmmotos.server.http;

/// Ends a handler; the error mapper answers with the problem. It is no failure of the server and
/// has no stack trace.
public final class Refusal extends RuntimeException {

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
