-- What staff changed through the API, in one chain of hashes: nobody can take a row out or change one without breaking it. The
-- row is written in the transaction of the change, by the function below only.
create table staff_deed (
    n bigint primary key,
    at timestamptz not null,
    staff_id uuid not null,
    role text not null,
    method text not null,
    path text not null,
    body text not null,
    trace_id text not null,
    previous bytea not null,
    hash bytea not null
);
alter table staff_deed enable row level security;
create policy head_office_reads on staff_deed for select using ((select km_everywhere()));
revoke insert, update, delete on staff_deed from ${app};

create function km_deed_hash(previous bytea, n bigint, at timestamptz, staff_id uuid, role text, method text, path text, body text,
    trace_id text) returns bytea language sql immutable parallel safe as $$
    select sha256(previous || convert_to(jsonb_build_array(n, extract(epoch from at)::text, staff_id, role, method, path, body,
        trace_id)::text, 'UTF8'))
$$;

-- Notes a deed, if this transaction has written anything. Deeds follow one another from here to the end of the transaction.
create function km_note_deed(staff_id uuid, role text, method text, path text, body text, trace_id text) returns boolean
    language plpgsql security definer set search_path = public as $$
declare
    last staff_deed;
    next bigint;
    moment timestamptz := clock_timestamp();
begin
    if pg_current_xact_id_if_assigned() is null then
        return false;
    end if;
    perform pg_advisory_xact_lock(90);
    select * into last from staff_deed d order by d.n desc limit 1;
    next := coalesce(last.n, 0) + 1;
    insert into staff_deed values (next, moment, staff_id, role, method, path, body, trace_id, coalesce(last.hash, ''::bytea),
        km_deed_hash(coalesce(last.hash, ''::bytea), next, moment, staff_id, role, method, path, body, trace_id));
    return true;
end $$;
revoke all on function km_note_deed(uuid, text, text, text, text, text) from public;
grant execute on function km_note_deed(uuid, text, text, text, text, text) to ${app};
