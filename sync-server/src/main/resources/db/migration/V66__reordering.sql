-- Between which figures head office wants an item in a store.
create table reorder_level (
    store_id text not null references store,
    sku text not null,
    low numeric(18, 3) not null check (low >= 0),
    high numeric(18, 3) not null check (high >= low),
    changed_at timestamptz not null,
    primary key (store_id, sku)
);

-- What stores would like to get; state: 'open' until head office has decided.
create table reorder_proposal (
    proposal_id uuid primary key,
    event_id uuid not null unique,
    store_id text not null,
    proposed_at timestamptz not null,
    document text not null,
    state text not null check (state in ('open', 'done')),
    decided_at timestamptz,
    decided_by uuid
);
create index reorder_proposal_open on reorder_proposal (proposed_at, proposal_id) where state = 'open';

alter table reorder_level enable row level security;
create policy own_store_reads on reorder_level for select
    using ((select km_store_keys()) ? store_id or (select km_everywhere()));
create policy head_office_writes on reorder_level
    using ((select km_everywhere())) with check ((select km_everywhere()));

alter table reorder_proposal enable row level security;
create policy own_store on reorder_proposal
    using ((select km_store_keys()) ? store_id or (select km_everywhere()))
    with check ((select km_store_keys()) ? store_id or (select km_everywhere()));
revoke delete on reorder_proposal from ${app};
