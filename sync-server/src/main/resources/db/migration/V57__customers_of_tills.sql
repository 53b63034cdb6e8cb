-- Customers are made and changed at tills too. changed: when each field was changed last, by its name; garage: their
-- motorcycles, each with the moment of its last change. Both as the model writes them.
alter table customer
    add column language text,
    add column consent_given boolean,
    add column consent_at timestamptz,
    add column garage text not null default '[]',
    add column changed text not null default '{}';

-- A fact is never refused: two tills may write one e-mail down for two people. Who signs in with it is the credential's.
drop index customer_by_email;
create index customer_by_email on customer (lower(email)) where email is not null;

drop policy own_or_staff on customer;
create policy own_or_staff on customer
    using (customer_id = (select km_subject()) or (select km_role()) in ('staff', 'head_office', 'server', 'device'))
    with check (customer_id = (select km_subject()) or (select km_role()) in ('staff', 'head_office', 'server', 'device'));

-- Each change as a till told it, so that what a later one replaced can be read.
create table customer_change (
    event_id uuid primary key,
    customer_id uuid not null,
    store_id text not null,
    device_id uuid not null,
    at timestamptz not null,
    staff_id uuid not null,
    document text not null
);
create index customer_change_by_customer on customer_change (customer_id, at);
alter table customer_change enable row level security;
create policy own_store on customer_change
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke update, delete on customer_change from ${app};
