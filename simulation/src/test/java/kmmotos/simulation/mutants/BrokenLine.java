package kmmotos.simulation.mutants;

import java.util.UUID;
import java.util.function.BiFunction;
import kmmotos.desktop.sync.Reply;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.simulation.till.Line;

/// Tills that hear of the server's answers what is not so.
final class BrokenLine {

    private BrokenLine() {}

    private static Line with(
            Line whole, BiFunction<UploadBatch, UploadAnswer, UploadAnswer> broken) {
        return new WholeLine(whole) {
            @Override
            public Reply<UploadAnswer> upload(UploadBatch batch) {
                return super.upload(batch) instanceof Reply.Answered<UploadAnswer>(var answer)
                        ? new Reply.Answered<>(broken.apply(batch, answer))
                        : new Reply.Unreachable<>("no answer");
            }
        };
    }

    /// Nobody compares a till with the server.
    static Line withoutDigest(Line whole) {
        return new WholeLine(whole) {
            @Override
            public Reply<StateDigest> digest(UUID incarnation) {
                return new Reply.Unreachable<>("no answer");
            }
        };
    }

    /// What was acknowledged counts as safe.
    static Line pruningAtAck(Line whole) {
        return with(
                whole,
                (_, answer) ->
                        answer instanceof UploadAnswer.Ack ack
                                ? new UploadAnswer.Ack(
                                        ack.haveSeq(),
                                        ack.haveHash(),
                                        ack.haveSeq(),
                                        ack.quarantined(),
                                        ack.serverTime(),
                                        ack.maxBatch(),
                                        ack.retryAfterMs())
                                : answer);
    }

    /// A till that goes on from where it believes the server to be, whatever the server says.
    static Line trustingOwnPosition(Line whole) {
        return with(
                whole,
                (batch, answer) ->
                        answer instanceof UploadAnswer.Gap
                                ? new UploadAnswer.Ack(
                                        batch.fromSeq() + batch.events().size() - 1,
                                        hashAfter(batch),
                                        0,
                                        java.util.List.of(),
                                        batch.clock().wall(),
                                        UploadBatch.MAX_EVENTS,
                                        0)
                                : answer);
    }

    private static String hashAfter(UploadBatch batch) {
        String hash = batch.prevHash();
        for (JournalEntry entry : batch.events()) {
            hash = HashChain.next(hash, entry.canonicalBytes());
        }
        return hash;
    }
}
