package kmmotos.desktop.neighbours;

import java.util.function.BiFunction;
import kmmotos.model.sync.UploadBatch;

/// Answers what neighbours ask.
final class Reception implements BiFunction<KnownTill, Ask, Answer> {
    private final Mirror mirror;
    private final Carriage carriage;
    private final ParkedAround parked;

    Reception(Mirror mirror, Carriage carriage, ParkedAround parked) {
        this.mirror = mirror;
        this.carriage = carriage;
        this.parked = parked;
    }

    @Override
    public Answer apply(KnownTill visitor, Ask ask) {
        return switch (ask) {
            case Ask.Have(var incarnation, long confirmed) ->
                    mirror.held(visitor.device(), incarnation, confirmed);
            case Ask.Keep keep -> mirror.keep(visitor, keep);
            case Ask.Carry(UploadBatch batch) -> carriage.carry(visitor.device(), batch);
            case Ask.Show(var sales) -> {
                parked.shows(visitor.device(), sales);
                yield new Answer.Done();
            }
            case Ask.Take(var id) -> new Answer.Given(parked.handOut(id, visitor.device()));
            case Ask.Took(var id) -> {
                parked.taken(id, visitor.device());
                yield new Answer.Done();
            }
        };
    }
}
