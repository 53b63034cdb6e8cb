-- What customers say of products they bought; one each for a product. Only what head office has decided to show is seen by others.
create table product_review (
    review_id uuid primary key,
    product_id uuid not null references product,
    customer_id uuid not null,
    author text not null,
    rating integer not null check (rating between 1 and 5),
    title text not null,
    body text not null,
    written_at timestamptz not null,
    state text not null check (state in ('waiting', 'shown', 'refused')),
    decided_at timestamptz,
    decided_by uuid,
    reply text not null default '',
    unique (product_id, customer_id)
);
create index product_review_shown on product_review (product_id, written_at desc, review_id desc) where state = 'shown';
create index product_review_waiting on product_review (written_at, review_id) where state = 'waiting';
create index product_review_by_customer on product_review (customer_id);
alter table product_review enable row level security;
create policy shown on product_review for select using (state = 'shown');
create policy own on product_review
    using (customer_id = (select km_subject())) with check (customer_id = (select km_subject()) and state = 'waiting');
create policy head_office on product_review using ((select km_everywhere())) with check ((select km_everywhere()));

-- Who found a review helpful.
create table review_vote (
    review_id uuid not null references product_review on delete cascade,
    customer_id uuid not null,
    primary key (review_id, customer_id)
);
create index review_vote_by_customer on review_vote (customer_id);
alter table review_vote enable row level security;
create policy own on review_vote
    using (customer_id = (select km_subject()) or (select km_everywhere()))
    with check (customer_id = (select km_subject()) or (select km_everywhere()));

-- How many found it helpful is everybody's to know, who they are is not.
create function km_helpful(review uuid) returns bigint language sql stable security definer set search_path = public as $$
    select count(*) from review_vote where review_id = review
$$;
revoke all on function km_helpful(uuid) from public;
grant execute on function km_helpful(uuid) to ${app};

-- Products that customers want to remember.
create table wish (
    customer_id uuid not null,
    product_id uuid not null references product,
    wished_at timestamptz not null,
    primary key (customer_id, product_id)
);
alter table wish enable row level security;
create policy own on wish
    using (customer_id = (select km_subject()) or (select km_everywhere()))
    with check (customer_id = (select km_subject()) or (select km_everywhere()));
