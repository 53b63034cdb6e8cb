-- What head office decided of credit and gift cards, who and why.
create table lease_account_decision (
    decision_id uuid primary key,
    kind text not null,
    subject text not null,
    currency text not null,
    what text not null check (what in ('LIMIT', 'BLOCK', 'UNBLOCK', 'MOVE')),
    amount_minor bigint,
    to_subject text,
    decided_by uuid not null,
    decided_at timestamptz not null,
    note text not null
);
create index lease_account_decision_by_subject on lease_account_decision (kind, subject, decided_at);

alter table lease_account_decision enable row level security;
create policy head_office on lease_account_decision
    using ((select km_everywhere())) with check ((select km_everywhere()));
revoke update, delete on lease_account_decision from ${app};

-- A move from a lost card to a new one is no sale.
alter table lease_account_line alter column sale_id drop not null;
create index lease_account_by_last_four on lease_account (last_four) where kind = 'GIFT_CARD';
