-- Every transaction sets km.role, km.subject and km.stores for itself (Database.inTransaction). The policies of
-- row-level security read them through these functions. The application's role owns no table and is not exempt.

alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public grant usage, select on sequences to ${app};
grant usage on schema public to ${app};

create function km_role() returns text language sql stable parallel safe
    return coalesce(current_setting('km.role', true), '');

create function km_subject() returns uuid language sql stable parallel safe
    return nullif(current_setting('km.subject', true), '')::uuid;

create function km_stores() returns text[] language sql stable parallel safe
    return coalesce(string_to_array(nullif(current_setting('km.stores', true), ''), ','), array[]::text[]);

-- Head office and the server's own work.
create function km_head_office() returns boolean language sql stable parallel safe
    return coalesce(current_setting('km.role', true), '') in ('head_office', 'server');

-- Whoever may see every store: the above, and staff who work everywhere.
create function km_everywhere() returns boolean language sql stable parallel safe
    return coalesce(current_setting('km.role', true), '') in ('head_office', 'server')
        or coalesce(current_setting('km.stores', true), '') = '*';

-- The caller as one text: whose Idempotency-Keys these are.
create function km_caller() returns text language sql stable parallel safe
    return coalesce(current_setting('km.role', true), '') || ':' || coalesce(current_setting('km.subject', true), '');

create table idempotency_key (
    caller text not null,
    scope text not null,
    key text not null,
    payload_hash bytea not null,
    status integer not null,
    headers jsonb not null,
    body bytea not null,
    created_at timestamptz not null default now(),
    primary key (caller, scope, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);
alter table idempotency_key enable row level security;
create policy own on idempotency_key
    using (caller = (select km_caller()) or (select km_role()) = 'server')
    with check (caller = (select km_caller()));
