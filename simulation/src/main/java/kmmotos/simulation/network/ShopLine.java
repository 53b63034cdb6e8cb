package kmmotos.simulation.network;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kmmotos.desktop.neighbours.Answer;
import kmmotos.desktop.neighbours.Ask;
import kmmotos.desktop.neighbours.KnownTill;
import kmmotos.desktop.neighbours.NeighbourLine;
import kmmotos.desktop.neighbours.NeighbourUnreachable;
import kmmotos.model.sync.Json;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.faults.Fault;
import kmmotos.simulation.network.FaultyLine.Weather;
import kmmotos.simulation.time.Agenda;

/// One till's connection to another till of its shop.
public final class ShopLine implements NeighbourLine {

    private static final int ONE_IN_AS_TEXT = 8;

    /// @param points where the asking till can stop
    /// @param random for what is left to chance on its way
    public record Caller(KnownTill till, CrashPoints points, RandomGenerator random) {}

    private final Caller caller;
    private final KnownTill neighbour;
    private final ShopNetwork network;
    private final Agenda agenda;
    private final Weather weather;
    private Optional<ShopNetwork.Member> host = Optional.empty();

    public ShopLine(
            Caller caller,
            KnownTill neighbour,
            ShopNetwork network,
            Agenda agenda,
            Weather weather) {
        this.caller = caller;
        this.neighbour = neighbour;
        this.network = network;
        this.agenda = agenda;
        this.weather = weather;
    }

    @Override
    public KnownTill neighbour() {
        return neighbour;
    }

    @Override
    public boolean isOpen() {
        return host.isPresent();
    }

    /// Where a copy of a till runs too, either of the two.
    @Override
    public boolean open() {
        List<ShopNetwork.Member> running = network.running(neighbour.device());
        if (host.isEmpty() && !running.isEmpty()) {
            host = Optional.of(running.get(caller.random().nextInt(running.size())));
        }
        return isOpen();
    }

    @Override
    public <A extends Answer> A ask(Ask ask, Class<A> expected) {
        ShopNetwork.Member asked = host.orElseThrow(() -> broken("not connected"));
        caller.points().reached("ask a neighbour");
        Answer answer =
                weather.next("ask")
                        .map(fault -> suffer(fault, asked, ask))
                        .orElseGet(() -> arrive(asked, ask));
        caller.points().reached("hear a neighbour");
        return expected.cast(answer);
    }

    private Answer suffer(Fault fault, ShopNetwork.Member asked, Ask ask) {
        return switch (fault) {
            case NEIGHBOUR_ANSWER_LOST -> {
                Answer _ = arrive(asked, ask);
                throw broken("the answer is lost");
            }
            case QUESTION_REPEATED -> {
                repeatLater(asked, ask);
                yield arrive(asked, ask);
            }
            default -> throw broken("the question is lost");
        };
    }

    private void repeatLater(ShopNetwork.Member asked, Ask ask) {
        agenda.in(
                Duration.ofSeconds(caller.random().nextInt(3_600)),
                () -> {
                    try {
                        Answer _ = arrive(asked, ask);
                    } catch (NeighbourUnreachable gone) {
                        host = Optional.empty();
                    }
                });
    }

    private Answer arrive(ShopNetwork.Member asked, Ask ask) {
        try {
            return travelled(asked.answer(caller.till(), travelled(ask, Ask.class)), Answer.class);
        } catch (NeighbourUnreachable gone) {
            host = Optional.empty();
            throw gone;
        }
    }

    private NeighbourUnreachable broken(String why) {
        host = Optional.empty();
        return new NeighbourUnreachable(why, new IOException(why));
    }

    private <T> T travelled(T message, Class<T> type) {
        if (caller.random().nextInt(ONE_IN_AS_TEXT) > 0) {
            return message;
        }
        try {
            return Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(message), type);
        } catch (IOException e) {
            throw new IllegalStateException("a message can't be read back: " + type, e);
        }
    }

    /// Whoever starts anew has no connection.
    @Override
    public void close() {
        host = Optional.empty();
    }
}
