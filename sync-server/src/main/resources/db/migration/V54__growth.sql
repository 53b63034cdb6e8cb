-- What head office looks at must not take longer the more there is.

-- The list of all stock goes by SKU and store; with the SKU alone all stores of it were read for the first page.
drop index stock_balance_by_sku;
create index stock_balance_by_sku on stock_balance (sku, store_id);

-- The list of all takings goes by day.
create index takings_by_day on takings (business_day desc, store_id, currency);

-- The work list, and what waits of a till, without what was solved in all the years.
create index event_exception_waiting on event_exception (exception_id) where solved_at is null;
create index event_exception_of_till on event_exception (device_id) where solved_at is null;

-- Sales of some days, of all stores. They come about in the order of their days, so a range of pages has few of them: the
-- index is tiny, and a sale costs it nothing.
create index sale_by_age on sale using brin (business_day) with (autosummarize = on);
