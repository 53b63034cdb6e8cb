-- Coupons for one use that carry head office's signature, by which tills take them without asking.

-- The keys that signed any; the private one is a secret of the server and is not here.
create table coupon_key (
    key_id text primary key,
    public_key text not null,
    first_used_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by uuid,
    revoke_note text not null default ''
);

create table coupon_batch (
    batch_id uuid primary key,
    document text not null,
    key_id text not null references coupon_key,
    issued_at timestamptz not null,
    issued_by uuid not null,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    withdraw_note text not null default ''
);

-- Tills are not told of a signed coupon before it is used.
alter table coupon add column batch_id uuid references coupon_batch;
alter table coupon add column bound_store text;
create index coupon_of_batch on coupon (batch_id, code) where batch_id is not null;
create index coupon_spent on coupon (code) where batch_id is not null and uses > 0;

-- What the QR codes hold: whoever has it has the discount.
create table coupon_text (
    code text primary key references coupon,
    text text not null
);

-- Every use of a signed coupon at a till, in the order in which the server heard of them.
create table coupon_use (
    n bigint generated always as identity primary key,
    code text not null,
    event_id uuid not null,
    sale_id uuid not null,
    receipt_number text not null,
    store_id text not null,
    till integer not null,
    leased boolean not null,
    at timestamptz not null,
    unique (code, event_id)
);

alter table coupon_key enable row level security;
create policy everybody_reads on coupon_key for select using (true);
create policy head_office_writes on coupon_key using ((select km_everywhere())) with check ((select km_everywhere()));
alter table coupon_batch enable row level security;
create policy head_office on coupon_batch using ((select km_everywhere())) with check ((select km_everywhere()));
alter table coupon_text enable row level security;
create policy tills_read on coupon_text for select using ((select km_role()) = 'device');
create policy head_office on coupon_text using ((select km_everywhere())) with check ((select km_everywhere()));
-- A till's use elsewhere is what tells of the second one.
alter table coupon_use enable row level security;
create policy sellers on coupon_use
    using ((select km_role()) in ('staff', 'head_office', 'server', 'device'))
    with check ((select km_role()) in ('staff', 'head_office', 'server', 'device'));
revoke update, delete on coupon_use, coupon_text from ${app};
revoke delete on coupon_key, coupon_batch from ${app};
