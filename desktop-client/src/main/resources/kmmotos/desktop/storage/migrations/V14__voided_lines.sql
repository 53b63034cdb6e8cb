-- Lines that were taken out of a basket, for the report of what was let go. Those of before stand in the journal alone.
create table voided_line (
    sale_id uuid not null,
    at timestamp(9) with time zone not null,
    body varchar(100000) not null
);
create index voided_line_at on voided_line (at);
