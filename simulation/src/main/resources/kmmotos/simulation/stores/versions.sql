-- Notes how to undo each change of the server's tables, version by version, so that a run can set a real database back
-- to any of its transactions.
create schema simulation;
create table simulation.version (n bigint not null);
insert into simulation.version values (0);
create table simulation.change (
    n bigserial primary key,
    version bigint not null,
    place regclass not null,
    before jsonb,
    after jsonb
);

create function simulation.note() returns trigger language plpgsql security definer as $$
begin
    insert into simulation.change (version, place, before, after)
        select n, tg_relid, case when tg_op <> 'INSERT' then to_jsonb(old) end,
            case when tg_op <> 'DELETE' then to_jsonb(new) end
        from simulation.version;
    return null;
end $$;

create function simulation.set_back(target bigint) returns void language plpgsql as $$
declare
    c record;
begin
    for c in select * from simulation.change where version > target order by n desc loop
        if c.after is not null then
            execute format('delete from %s t where t = jsonb_populate_record(null::%s, $1)', c.place, c.place)
                using c.after;
        end if;
        if c.before is not null then
            execute format('insert into %s overriding system value select (jsonb_populate_record(null::%s, $1)).*',
                c.place, c.place) using c.before;
        end if;
    end loop;
    delete from simulation.change where version > target;
end $$;

-- What is proven of backups is said by the simulation itself, and stays when it sets the server back.
insert into backup_proof (cluster, timeline)
    select system_identifier::text, left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) from pg_control_system();

do $$
declare
    t regclass;
begin
    for t in select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname not in ('flyway_schema_history', 'backup_proof')
    loop
        execute format('create trigger simulation_note after insert or update or delete on %s
            for each row execute function simulation.note()', t);
    end loop;
end $$;
