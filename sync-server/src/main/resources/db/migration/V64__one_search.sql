-- Words, motorcycles and the order of hits are in the search's own index, made from the products' documents.
alter table product drop column words, drop column sort_name;
drop table fitment;
create index product_by_category on product (category) where active;
create index product_by_brand on product (brand) where active;
