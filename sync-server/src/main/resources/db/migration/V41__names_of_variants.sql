-- A variant is called in the reader's language: all names are kept, and what tells it apart beside them.
alter table variant add column names text, add column options text not null default '';

update variant v
set names = p.document::jsonb ->> 'names',
    options = coalesce(
        (select string_agg(option.value, ' ')
         from json_array_elements(p.document::json -> 'variants') one, json_each_text(one -> 'options') option
         where one ->> 'sku' = v.sku), '')
from product p
where p.product_id = v.product_id;

alter table variant
    alter column names set not null,
    alter column options drop default,
    drop column description;
