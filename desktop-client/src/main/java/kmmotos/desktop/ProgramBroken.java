package kmmotos.desktop;

/// The till's program itself can't run: a part of it is missing, or there is no memory.
final class ProgramBroken extends RuntimeException {
    ProgramBroken(Error cause) {
        super(cause.toString(), cause);
    }
}
