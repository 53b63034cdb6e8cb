-- What a store can promise, at one moment throughout: what a shop set aside ends by the moment that is asked about.
create function km_promise(on_hand numeric, reserved numeric, safety numeric, set_aside numeric, shop_quantity numeric,
        shop_until timestamptz, sells_per_day numeric, last_contact timestamptz, at timestamptz)
    returns numeric language sql stable parallel safe
    return km_promise(on_hand, reserved, safety,
        coalesce(set_aside, 0) + case when shop_until > at then coalesce(shop_quantity, 0) else 0 end,
        sells_per_day, last_contact, at);
drop function km_set_aside(numeric, numeric, timestamptz);
