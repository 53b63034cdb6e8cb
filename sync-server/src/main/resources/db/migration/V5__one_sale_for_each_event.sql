-- The proof of a Z report goes from the journal's range to the sales; and an event has one sale.
create unique index sale_by_event on sale (event_id);
