-- Promotions that have not ended, as head office told them.
create table promotion (
    promotion_id uuid primary key,
    body varchar not null
);
