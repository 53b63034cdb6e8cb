package kmmotos.server.purchasing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Keeps what stores would like to get until head office has decided.
public final class ReorderEffect implements Effect {

    private record Told(UUID eventId, ReorderProposal proposal) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told =
                events.stream()
                        .filter(event -> event.event() instanceof Event.ReorderProposed)
                        .map(ReorderEffect::told)
                        .toList();
        if (!told.isEmpty()) {
            Sql.update(
                    session,
                    """
                    insert into reorder_proposal (proposal_id, event_id, store_id, proposed_at,
                        document, state)
                    select p.*, 'open' from unnest(?, ?, ?, ?, ?) as p\
                    """,
                    Column.of("uuid", told, one -> one.proposal().proposalId()),
                    Column.of("uuid", told, Told::eventId),
                    Column.of("text", told, one -> one.proposal().store().value()),
                    Column.instants(told.stream().map(one -> one.proposal().proposedAt()).toList()),
                    Column.of("text", told, one -> json(one.proposal())));
        }
    }

    private static Told told(NewEvent event) {
        ReorderProposal proposal = ((Event.ReorderProposed) event.event()).proposal();
        if (!proposal.store().equals(event.till().storeId())) {
            throw new IllegalArgumentException(
                    "a till of store %s cannot propose for store %s"
                            .formatted(event.till().storeId(), proposal.store()));
        }
        return new Told(event.entry().eventId(), proposal);
    }

    private static String json(ReorderProposal proposal) {
        return new String(CanonicalJson.bytes(proposal), StandardCharsets.UTF_8);
    }
}
