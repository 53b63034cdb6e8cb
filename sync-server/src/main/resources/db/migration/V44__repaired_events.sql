-- How an item of the work list was solved, and why.
alter table event_exception
    add column outcome text check (outcome in ('booked', 'corrected', 'set_aside')),
    add column note text not null default '';

-- When a journal went on last. One that goes on after the till had begun another is written by a copy of the till.
alter table journal_stream add column moved_at timestamptz;
update journal_stream set moved_at = begun_at;
alter table journal_stream alter column moved_at set not null;
