-- Cash that is put into a drawer or taken out of it without a sale, and what a shift's drawer held at its end.

create table cash_movement (
    movement_id uuid primary key,
    event_id uuid not null,
    store_id text not null,
    device_id uuid not null,
    shift_id uuid not null,
    business_day date not null,
    at timestamptz not null,
    staff_id uuid not null,
    approved_by uuid,
    number integer not null,
    kind text not null check (kind in ('PAID_IN', 'PAID_OUT', 'SAFE_DROP', 'NO_SALE')),
    purpose text not null,
    currency text not null,
    amount_minor bigint not null check (amount_minor >= 0),
    note text not null
);
create unique index cash_movement_by_event on cash_movement (event_id);
create index cash_movement_by_shift on cash_movement (shift_id);

alter table cash_movement enable row level security;
create policy own_store on cash_movement
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
-- Facts are never changed and never removed.
revoke update, delete on cash_movement from ${app};

-- drawer, shared, goes_on_as: as the till told; the amounts are absent for shifts of before they were kept here.
alter table shift
    add column drawer integer not null default 1,
    add column shared boolean not null default true,
    add column opened_by uuid,
    add column closed_by uuid,
    add column currency text,
    add column float_minor bigint,
    add column expected_minor bigint,
    add column counted_minor bigint,
    add column goes_on_as uuid;
create index shift_open on shift (store_id) where closed_at is null;
create index shift_by_day on shift (business_day, shift_id);

-- What was paid with gift cards and on account, each day; below 0 if more went on cards, or was paid off accounts.
alter table takings
    add column gift_card_minor bigint not null default 0,
    add column account_minor bigint not null default 0;
update takings t set gift_card_minor = l.gift_card, account_minor = l.account
from (select store_id, business_day, currency,
        coalesce(sum(amount_minor) filter (where account = 'gift_card'), 0) as gift_card,
        coalesce(sum(amount_minor) filter (where account = 'account'), 0) as account
    from ledger_line where account in ('gift_card', 'account')
    group by store_id, business_day, currency) l
where (l.store_id, l.business_day, l.currency) = (t.store_id, t.business_day, t.currency);
