-- What the server set aside for this till, and what of it the till's own facts have used. Times are the till's clock, told_until
-- is the server's; seen_at is the latest time of any fact since: a clock that shows less has gone backwards.
create table lease (
    lease_id uuid primary key,
    kind varchar(20) not null,
    subject varchar(64) not null,
    currency varchar(3) not null,
    granted bigint not null,
    used bigint not null,
    taken_at timestamp(9) with time zone not null,
    ends_at timestamp(9) with time zone not null,
    seen_at timestamp(9) with time zone not null,
    told_until timestamp(9) with time zone not null,
    released boolean not null
);
create index lease_subject on lease (kind, subject);
