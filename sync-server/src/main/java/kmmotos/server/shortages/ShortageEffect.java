package kmmotos.server.shortages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.server.stock.TransferRequestStore;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What a store asks of others, from its own till: the other store is told, and if there is an
/// oversell case, it is noted what was done about it.
///
/// Comes after the effects on stock and transfers: the goods may have been sent already.
public final class ShortageEffect implements Effect {

    private final ShortageStore shortages = new ShortageStore();

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        for (NewEvent event : events) {
            if (event.event() instanceof Event.TransferRequested(TransferRequest request)) {
                ask(session, event, request, news);
            }
        }
    }

    private void ask(StatelessSession session, NewEvent event, TransferRequest request, News news) {
        Till till = event.till();
        if (!request.to().equals(till.storeId())) {
            throw new IllegalArgumentException(
                    "store " + till.storeId() + " asks for goods for store " + request.to());
        }
        Optional<UUID> caseId =
                shortages.openCase(
                        session,
                        request.to(),
                        request.lines().stream().map(Transfer.Line::sku).toList());
        TransferRequestStore.add(session, request, caseId, event.entry().at(), news);
        caseId.ifPresent(of ->
                shortages.add(
                        session,
                        of,
                        request.to(),
                        new ShortageAction(
                                request.requestId(),
                                ShortageAction.Kind.ASK_STORE,
                                Optional.empty(),
                                Optional.of(request.from()),
                                Optional.empty(),
                                Optional.of(request.lines().getFirst().quantity()),
                                "",
                                request.askedBy(),
                                request.askedAt())));
    }
}
