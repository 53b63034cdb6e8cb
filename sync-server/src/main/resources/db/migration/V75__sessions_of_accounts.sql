-- A session is a family of refresh tokens. begun_at: when it was signed in, absent for those from before this version.
alter table refresh_token
    add column begun_at timestamptz,
    add column user_agent text not null default '';
