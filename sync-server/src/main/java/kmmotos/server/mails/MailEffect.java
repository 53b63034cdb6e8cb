package kmmotos.server.mails;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Event;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Mails that tills ask for go to the outbox, each request once.
public final class MailEffect implements Effect {

    private record Told(UUID eventId, MailRequest mail) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told = new ArrayList<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.MailAsked(MailRequest mail)) {
                if (!mail.store().equals(event.till().storeId())) {
                    throw new IllegalArgumentException(
                            "a till of store %s cannot ask for mails of store %s"
                                    .formatted(event.till().storeId(), mail.store()));
                }
                told.add(new Told(event.entry().eventId(), mail));
            }
        }
        if (!told.isEmpty()) {
            insert(session, told);
        }
    }

    private static void insert(StatelessSession session, List<Told> told) {
        Sql.update(
                session,
                """
                insert into mail_outbox (request_id, event_id, store_id, asked_at, document, state,
                    attempts, next_at)
                select m.*, 'waiting', 0, m.asked_at from unnest(?, ?, ?, ?, ?)
                    as m (request_id, event_id, store_id, asked_at, document)
                on conflict (request_id) do nothing\
                """,
                Column.of("uuid", told, one -> one.mail().requestId()),
                Column.of("uuid", told, Told::eventId),
                Column.of("text", told, one -> one.mail().store().value()),
                Column.instants(told.stream().map(one -> one.mail().at()).toList()),
                Column.of(
                        "text",
                        told,
                        one ->
                                new String(
                                        CanonicalJson.bytes(one.mail()), StandardCharsets.UTF_8)));
    }
}
