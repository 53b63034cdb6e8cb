-- Tills are told of an oversell case when it opens and when it closes, a little later: a trigger can't publish.
alter table oversell_case add column told boolean not null default false;
create index oversell_case_untold on oversell_case (opened_at) where not told;
create policy server_tells on oversell_case for update
    using ((select km_role()) = 'server') with check ((select km_role()) = 'server');

create or replace function km_oversell_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into oversell_case (store_id, sku)
        select n.store_id, n.sku from after_change n join before_change o using (store_id, sku)
        where n.on_hand - n.reserved < 0 and o.on_hand - o.reserved >= 0
        on conflict do nothing;
    -- A case that was opened by this very transaction was never true.
    delete from oversell_case c using after_change n
        where c.store_id = n.store_id and c.sku = n.sku and c.closed_at is null and c.opened_at = now()
            and n.on_hand - n.reserved >= 0;
    update oversell_case c set closed_at = now(), told = false from after_change n
        where c.store_id = n.store_id and c.sku = n.sku and c.closed_at is null and n.on_hand - n.reserved >= 0;
    return null;
end $$;

-- What people did about a case: who, when, what.
create table shortage_action (
    action_id uuid primary key,
    case_id uuid not null references oversell_case,
    store_id text not null,
    kind text not null check (kind in ('ask_store', 'move_order', 'substitute', 'cancel_order')),
    order_id uuid,
    other_store text,
    sku text,
    quantity numeric(18, 3),
    note text not null,
    staff_id uuid not null,
    at timestamptz not null
);
create index shortage_action_by_case on shortage_action (case_id, at);
alter table shortage_action enable row level security;
create policy own_store on shortage_action
    using (store_id = any ((select km_stores())::text[]) or (select km_everywhere()))
    with check (store_id = any ((select km_stores())::text[]) or (select km_everywhere()));
revoke update, delete on shortage_action from ${app};

-- Goods that one store asks of another. The transfer that answers it bears its id.
create table transfer_request (
    request_id uuid primary key,
    from_store text not null,
    to_store text not null check (to_store <> from_store),
    case_id uuid references oversell_case,
    document text not null,
    state text not null default 'open' check (state in ('open', 'sent', 'withdrawn')),
    changed_at timestamptz not null
);
create index transfer_request_open_from on transfer_request (from_store) where state = 'open';
create index transfer_request_open_to on transfer_request (to_store) where state = 'open';
create index transfer_request_of_case on transfer_request (case_id) where state = 'open';
alter table transfer_request enable row level security;
create policy both_stores on transfer_request
    using (from_store = any ((select km_stores())::text[]) or to_store = any ((select km_stores())::text[])
        or (select km_everywhere()))
    with check (from_store = any ((select km_stores())::text[]) or to_store = any ((select km_stores())::text[])
        or (select km_everywhere()));
revoke delete on transfer_request from ${app};
