-- What is erased of a customer where no request of the server may change or remove anything: the changes that tills told, the
-- names on quotes, news that is kept for tills which were away, and answers kept for those who ask again. Facts in the tills' journals stay: they are a chain.
create function km_erase_customer(erased uuid, document_left text, policy_left text)
    returns void language plpgsql security definer set search_path = public as $$
begin
    if km_role() is distinct from 'server' then
        raise exception 'only the server erases customers' using errcode = 'insufficient_privilege';
    end if;
    update customer_change set document = document_left where customer_id = erased;
    update quote set customer_name = '—' where customer_id = erased;
    update feed_entry set policy = policy_left
        where scope = 'customers' and policy like '%' || erased || '%'
            and policy::jsonb -> 'customer' ->> 'customer_id' = erased::text;
    update feed_entry set policy = (jsonb_set(policy::jsonb, '{order}',
                policy::jsonb -> 'order' || '{"contact_name": "—", "contact_phone": null}'))::text
        where scope in (select 'store/' || store_id from customer_order where customer_id = erased)
            and policy like '%' || erased || '%'
            and policy::jsonb -> 'order' ->> 'customer_id' = erased::text;
    delete from idempotency_key where caller = 'customer:' || erased;
end $$;
revoke all on function km_erase_customer(uuid, text, text) from public;
grant execute on function km_erase_customer(uuid, text, text) to ${app};
