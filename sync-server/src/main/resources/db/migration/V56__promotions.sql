-- Promotions, as head office told them; one that was ended stays, and is told no more.
create table promotion (
    promotion_id uuid primary key,
    document text not null,
    price_group text,
    active boolean not null,
    changed_at timestamptz not null,
    changed_by uuid
);
create index promotion_active on promotion (promotion_id) where active;

-- As with prices: a group's promotions are seen by its members and by those who sell to them.
alter table promotion enable row level security;
create policy own_group_reads on promotion for select
    using (price_group is null
        or (select km_role()) in ('staff', 'device', 'head_office', 'server')
        or price_group = (select c.price_group from customer c where c.customer_id = (select km_subject()) and c.active));
create policy head_office_writes on promotion using ((select km_everywhere())) with check ((select km_everywhere()));
revoke delete on promotion from ${app};
