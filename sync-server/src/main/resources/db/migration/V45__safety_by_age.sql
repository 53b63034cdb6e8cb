-- How many of a SKU a store sells on a day: the mean of the last 28, refreshed once an hour.
alter table online_stock add column sells_per_day numeric(14, 4) not null default 0 check (sells_per_day >= 0);
create index stock_movement_sold on stock_movement (at) where reason = 'sale_completed';

-- How many a store keeps back because it may have sold them since it was last heard: so many that, if it sells as it does
-- on the mean, it has sold more only once in a hundred times. That is the 99 % quantile of a Poisson distribution, the
-- textbook model of small independent demands (Silver, Pyke, Thomas: Inventory and Production Management in Supply Chains,
-- chapter on slow movers). A shop sells within 10 hours of a day; the unheard hours are taken to be such. Within two minutes
-- a store is taken to be heard.
create function km_safety(sells_per_day numeric, last_contact timestamptz, at timestamptz)
    returns numeric language plpgsql immutable parallel safe as $$
declare
    unheard double precision := extract(epoch from at - last_contact);
    mean double precision;
    term double precision;
    sum double precision;
    k integer := 0;
begin
    if coalesce(sells_per_day, 0) = 0 or unheard is null or unheard <= 120 then
        return 0;
    end if;
    mean := sells_per_day * unheard / 36000;
    if mean > 100 then
        return ceil(mean + 2.3263 * sqrt(mean));
    end if;
    term := exp(-mean);
    sum := term;
    while sum < 0.99 loop
        k := k + 1;
        term := term * mean / k;
        sum := sum + term;
    end loop;
    return k;
end $$;

-- What a store can promise online. One that was not heard for 4 hours promises only what it set aside.
create function km_promise(on_hand numeric, reserved numeric, safety numeric, set_aside numeric, sells_per_day numeric,
        last_contact timestamptz, at timestamptz)
    returns numeric language sql stable parallel safe
    return greatest(0, case when coalesce(last_contact < at - interval '4 hours', true)
        then least(on_hand - reserved - coalesce(safety, 0), coalesce(set_aside, 0) - reserved)
        else on_hand - reserved - coalesce(safety, 0) - km_safety(sells_per_day, last_contact, at) end);
