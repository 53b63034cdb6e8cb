-- A token that goes to the address that a customer wants to sign in with from now on.
alter table mailed_token drop constraint mailed_token_purpose_check,
    add constraint mailed_token_purpose_check check (purpose in ('verify', 'reset', 'address'));

-- What somebody's authenticator app knows (RFC 6238). secret: enciphered with a key that is not in the database.
-- last_step: the interval of the newest code that was taken; no code is good twice.
create table second_factor (
    kind text not null,
    account_id uuid not null,
    secret bytea not null,
    begun_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0,
    primary key (kind, account_id)
);
alter table second_factor enable row level security;
create policy sign_in on second_factor
    using ((select km_role()) = 'server') with check ((select km_role()) = 'server');

-- Codes on paper for when the app is gone, each good once: using one deletes it. Only their SHA-256 is kept.
create table recovery_code (
    kind text not null,
    account_id uuid not null,
    code_hash bytea not null,
    primary key (kind, account_id, code_hash)
);
alter table recovery_code enable row level security;
create policy sign_in on recovery_code
    using ((select km_role()) = 'server') with check ((select km_role()) = 'server');
revoke update on recovery_code from ${app};
