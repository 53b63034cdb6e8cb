-- A counter row per scope, taken last in the writing transaction: entries are gapless and appear in their order.
create table feed_scope (
    scope text primary key,
    n bigint not null,
    oldest bigint not null default 1
);
alter table feed_scope enable row level security;
create policy everybody on feed_scope using (true) with check (true);

create table feed_entry (
    scope text not null,
    n bigint not null,
    entry_id uuid not null,
    policy text not null,

    at timestamptz not null default now(),
    primary key (scope, n)
);
create index feed_entry_by_age on feed_entry (at);
alter table feed_entry enable row level security;
-- Who may publish is decided by the tables the news is about; who may read is decided here.
create policy publish on feed_entry for insert with check (true);
create policy read on feed_entry for select
    using ((select km_everywhere())
        or ((select km_role()) in ('device', 'staff')
            and (scope in ('catalog', 'customers')
                or scope like 'pricelist/%'
                or scope = 'device/' || (select km_subject())
                or (scope like 'store/%' and substr(scope, 7) = any ((select km_stores())::text[])))));
create policy age on feed_entry for delete using ((select km_everywhere()));
