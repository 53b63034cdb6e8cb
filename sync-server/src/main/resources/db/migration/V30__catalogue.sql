-- The catalogue belongs to nobody: everybody reads it, head office writes it. A product's document is the product as it
-- goes over the wire; the columns and tables beside it are what it is found by.

create table brand (
    code text primary key,
    name text not null
);

create table category (
    code text primary key,
    parent text,
    document text not null
);

create table product (
    product_id uuid primary key,
    active boolean not null,
    brand text not null,
    category text collate "C" not null,
    sort_name text collate "C" not null,
    document text not null,
    words tsvector not null,
    changed_at timestamptz not null default now()
);
create index product_by_name on product (sort_name, product_id) where active;
create index product_by_category on product (category, sort_name, product_id) where active;
create index product_by_brand on product (brand, sort_name, product_id) where active;
create index product_by_words on product using gin (words);

create table variant (
    sku text primary key,
    product_id uuid not null references product,
    description text not null,
    tax_category text not null,
    divisible boolean not null
);
create index variant_by_product on variant (product_id);

-- SKUs, makers' part numbers and GTINs as one compares them: letters and digits only, in upper case.
create table part_number (
    number text collate "C" not null,
    sku text not null,
    product_id uuid not null references product,
    primary key (number, sku)
);
create index part_number_by_product on part_number (product_id);

create table fitment (
    make text collate "C" not null,
    model text collate "C" not null,
    year_from integer not null,
    year_to integer,
    sku text not null,
    product_id uuid not null references product
);
create index fitment_by_bike on fitment (make, model, year_from);
create index fitment_by_product on fitment (product_id);

do $$
declare
    t text;
begin
    foreach t in array array['brand', 'category', 'product', 'variant', 'part_number', 'fitment']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy everybody_reads on %I for select using (true)', t);
        execute format('create policy head_office_writes on %I
            using ((select km_everywhere())) with check ((select km_everywhere()))', t);
    end loop;
end $$;
