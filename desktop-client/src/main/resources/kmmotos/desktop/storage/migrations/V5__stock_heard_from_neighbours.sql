-- What the shop's other tills told by themselves, until the server's figures hold it.
create table heard_journal (incarnation uuid primary key, seq bigint not null);
-- Where each event stands: in more than one journal if it was told again.
create table heard_event (
    event_id uuid not null,
    incarnation uuid not null,
    seq bigint not null,
    primary key (event_id, incarnation)
);
create index heard_event_place on heard_event (incarnation, seq);
create table heard_movement (
    event_id uuid not null,
    sku varchar(64) not null,
    change bigint not null
);
create index heard_movement_event on heard_movement (event_id);
create index heard_movement_sku on heard_movement (sku);
-- Items whose figure holds a journal further than its mark: the rest of that upload is still to come.
create table told_stock (
    incarnation uuid not null,
    sku varchar(64) not null,
    seq bigint not null,
    primary key (incarnation, sku)
);
