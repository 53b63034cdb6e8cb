-- The rows differ as they are written; as plain indexes these can be let go of while many go in, and made at once.
alter table search_word drop primary key;
create index search_word_word on search_word (word, sku);
alter table scan_code drop primary key;
create index scan_code_code on scan_code (code, kind, sku);
