-- Since when a product is in the catalogue: the newest first. Of those that were there before, the last change is known.
alter table product add column listed_at timestamptz not null default now();
update product set listed_at = changed_at;

-- What customers searched for and did not find, by day; who searched is not kept.
create table search_miss (
    day date not null,
    text text not null,
    times bigint not null check (times > 0),
    last_at timestamptz not null,
    primary key (day, text)
);
alter table search_miss enable row level security;
create policy head_office on search_miss using ((select km_everywhere())) with check ((select km_everywhere()));
