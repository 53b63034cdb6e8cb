-- The audit log looks for facts by when they happened.
create index event_by_time on event (at, event_id);
