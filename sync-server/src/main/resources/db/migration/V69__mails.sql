-- Mails to customers. state: 'waiting', 'sending' while it is handed over (and for ever, if the server stopped in between), 'sent', 'failed'.
create table mail_outbox (
    request_id uuid primary key,
    event_id uuid not null unique,
    store_id text not null,
    asked_at timestamptz not null,
    document text not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'failed')),
    attempts integer not null,
    next_at timestamptz not null,
    problem text not null default ''
);
create index mail_outbox_due on mail_outbox (next_at) where state = 'waiting';
create index mail_outbox_newest on mail_outbox (asked_at desc, request_id);
alter table mail_outbox enable row level security;
create policy own_store on mail_outbox
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke delete on mail_outbox from ${app};
