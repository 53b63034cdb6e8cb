-- Mails about an account come from no store and are good until a moment. They hold links that open the account, so nobody
-- but the server's own work reads them.
alter table mail_outbox
    alter column event_id drop not null,
    alter column store_id drop not null,
    add column good_until timestamptz,
    add constraint from_a_till_or_about_an_account
        check ((store_id is null) = (event_id is null) and (store_id is null) = (good_until is not null));
create index mail_outbox_late on mail_outbox (good_until) where good_until is not null and state in ('waiting', 'sending');
drop policy own_store on mail_outbox;
create policy own_store on mail_outbox
    using (case when store_id is null then (select km_role()) = 'server'
        else (select km_store_keys()) ? store_id or (select km_everywhere()) end)
    with check (case when store_id is null then (select km_role()) = 'server'
        else (select km_store_keys()) ? store_id or (select km_everywhere()) end);

-- When the owner of the address that is the login showed that they read its mail.
alter table credential add column verified_at timestamptz;

-- Tokens that went out by mail, each good once: using one deletes it. Only their SHA-256 is kept.
create table mailed_token (
    token_hash bytea primary key,
    purpose text not null check (purpose in ('verify', 'reset')),
    account_id uuid not null,
    address text not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null
);
create index mailed_token_by_account on mailed_token (account_id, purpose, issued_at);
create index mailed_token_by_expiry on mailed_token (expires_at);
alter table mailed_token enable row level security;
create policy sign_in on mailed_token
    using ((select km_role()) = 'server') with check ((select km_role()) = 'server');
revoke update on mailed_token from ${app};
