-- What customers owe, what is on gift cards, and the parts of both (and of a coupon's uses) that tills may use without
-- asking. For each subject: balance + credit limit - what open leases still hold >= 0 whenever a lease is granted.

-- balance: what is on a card; of a customer, what they owe is below 0.
create table lease_account (
    kind text not null check (kind in ('CREDIT', 'GIFT_CARD')),
    subject text not null,
    currency text not null,
    balance_minor bigint not null default 0,
    limit_minor bigint not null default 0 check (limit_minor >= 0),
    held_minor bigint not null default 0 check (held_minor >= 0),
    blocked boolean not null default false,
    home_store text,
    last_four text not null default '',
    opened_at timestamptz not null default now(),
    primary key (kind, subject, currency)
);
create index lease_account_at_home on lease_account (home_store) where kind = 'CREDIT';

-- Every change of a balance.
create table lease_account_line (
    event_id uuid not null,
    n integer not null,
    store_id text not null,
    kind text not null,
    subject text not null,
    currency text not null,
    amount_minor bigint not null,
    sale_id uuid not null,
    at timestamptz not null,
    primary key (event_id, n)
);
create index lease_account_line_by_subject on lease_account_line (kind, subject, at);

-- granted, used: minor units, or a coupon's uses. An open lease holds what is not used of it yet, also after it expired:
-- only the till knows whether it used more, and says so when it releases the lease.
create table lease (
    lease_id uuid primary key,
    device_id uuid not null,
    store_id text not null,
    kind text not null check (kind in ('CREDIT', 'GIFT_CARD', 'COUPON')),
    subject text not null,
    currency text not null default '',
    granted bigint not null check (granted > 0),
    used bigint not null default 0 check (used >= 0),
    standing boolean not null default false,
    granted_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    closed_at timestamptz,
    closed_by uuid,
    close_note text not null default '',
    overuse_event uuid
);
create index lease_open_by_device on lease (device_id) where state = 'OPEN';
create index lease_open_by_age on lease (expires_at) where state = 'OPEN';
create index lease_by_subject on lease (kind, subject);

alter table coupon add column held integer not null default 0 check (held >= 0);

-- What head office allows.
create table lease_terms (
    one boolean primary key default true check (one),
    document text not null
);

alter table lease_account enable row level security;
create policy sellers on lease_account
    using ((select km_role()) in ('staff', 'head_office', 'server', 'device'))
    with check ((select km_role()) in ('staff', 'head_office', 'server', 'device'));
alter table lease_terms enable row level security;
create policy everybody_reads on lease_terms for select using (true);
create policy head_office_writes on lease_terms using ((select km_head_office())) with check ((select km_head_office()));
do $$
declare
    t text;
begin
    foreach t in array array['lease', 'lease_account_line']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own_store on %I
            using (store_id = any ((select km_stores())::text[]) or (select km_everywhere()))
            with check (store_id = any ((select km_stores())::text[]) or (select km_everywhere()))', t);
    end loop;
end $$;
revoke delete on lease_account, lease from ${app};
revoke update, delete on lease_account_line from ${app};

-- Only head office decides how much credit there is and who may use it.
create function km_lease_account_guard() returns trigger language plpgsql as $$
begin
    if not km_everywhere() then
        raise exception 'only head office changes credit' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger lease_account_guard before update on lease_account for each row
    when (old.limit_minor <> new.limit_minor or old.blocked <> new.blocked
        or old.home_store is distinct from new.home_store or old.subject <> new.subject)
    execute function km_lease_account_guard();
