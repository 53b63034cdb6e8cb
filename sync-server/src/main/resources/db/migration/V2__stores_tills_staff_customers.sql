create table store (
    store_id text primary key check (store_id ~ '^[A-Z0-9]{1,8}$'),
    name text not null,
    zone text not null,
    time_zone text not null,
    currency text not null,
    tax_place text not null,
    language text not null,
    prices_include_tax boolean not null,
    address text[] not null,
    tax_number text not null
);
alter table store enable row level security;
create policy everybody_reads on store for select using (true);
create policy head_office_writes on store using ((select km_head_office())) with check ((select km_head_office()));

-- When a till of the store was last heard of: what is sold online from a silent store depends on it.
create table store_contact (
    store_id text primary key,
    last_contact timestamptz not null
);
alter table store_contact enable row level security;
create policy everybody_reads on store_contact for select using (true);
create policy own_store on store_contact
    using (store_id = any ((select km_stores())::text[]) or (select km_everywhere()))
    with check (store_id = any ((select km_stores())::text[]) or (select km_everywhere()));

create table till (
    device_id uuid primary key,
    store_id text not null,
    number integer not null check (number between 1 and 999),
    name text not null,
    public_key bytea not null,
    app_version text not null default '',
    enrolled_at timestamptz not null,
    revoked_at timestamptz,
    last_contact timestamptz,
    clock_offset_millis bigint not null default 0,
    journal_end_seq bigint not null default 0
);
create unique index till_by_number on till (store_id, number) where revoked_at is null;
alter table till enable row level security;
create policy own_store on till
    using (store_id = any ((select km_stores())::text[]) or (select km_everywhere()))
    with check (store_id = any ((select km_stores())::text[]) or (select km_everywhere()));

create table enrolment (
    code_hash bytea primary key,
    store_id text not null,
    number integer not null check (number between 1 and 999),
    name text not null,
    created_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
alter table enrolment enable row level security;
create policy head_office on enrolment using ((select km_head_office())) with check ((select km_head_office()));

create table staff (
    staff_id uuid primary key,
    name text not null,
    role text not null,
    pin_hash text not null,
    stores text[] not null,
    active boolean not null
);
alter table staff enable row level security;
create policy colleagues on staff for select
    using (stores = '{}' or stores && (select km_stores())::text[] or (select km_everywhere())
        or staff_id = (select km_subject()));
create policy head_office_writes on staff using ((select km_head_office())) with check ((select km_head_office()));

create table customer (
    customer_id uuid primary key,
    kind text not null,
    name text not null,
    price_group text,
    tax_number text,
    email text,
    phone text,
    active boolean not null default true,
    created_at timestamptz not null default now()
);
create unique index customer_by_email on customer (lower(email)) where email is not null;
alter table customer enable row level security;
-- A customer's own row; tills and staff serve every customer of the chain.
create policy own_or_staff on customer
    using (customer_id = (select km_subject()) or (select km_role()) in ('staff', 'head_office', 'server', 'device'))
    with check (customer_id = (select km_subject()) or (select km_role()) in ('staff', 'head_office', 'server'));

-- Passwords, tokens and failed attempts are nobody's to read but the sign-in's.
create table credential (
    kind text not null check (kind in ('staff', 'customer')),
    account_id uuid not null,
    login text not null,
    password_hash text not null,
    changed_at timestamptz not null,
    primary key (kind, account_id)
);
create unique index credential_by_login on credential (kind, lower(login));
alter table credential enable row level security;
create policy sign_in on credential using ((select km_head_office())) with check ((select km_head_office()));

create table refresh_token (
    token_hash bytea primary key,
    family uuid not null,
    kind text not null check (kind in ('staff', 'customer')),
    account_id uuid not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
);
create index refresh_token_by_family on refresh_token (family);
create index refresh_token_by_account on refresh_token (kind, account_id);
create index refresh_token_by_expiry on refresh_token (expires_at);
alter table refresh_token enable row level security;
create policy sign_in on refresh_token using ((select km_head_office())) with check ((select km_head_office()));

create table sign_in_attempt (
    login text not null,
    at timestamptz not null
);
create index sign_in_attempt_by_login on sign_in_attempt (login, at);
alter table sign_in_attempt enable row level security;
create policy sign_in on sign_in_attempt
    using ((select km_role()) = 'server') with check ((select km_role()) = 'server');
