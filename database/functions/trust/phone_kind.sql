-- Numbers that exist and can be called, and yet are made up more often than not. Numbers that do not exist are refused (check_phone.sql).

-- fictional: set aside by the regulators of the US and Canada, the UK, Australia, Germany, France, Ireland and Sweden for films and
-- examples. patterned: seven digits or more that repeat one, or run up or down.
create or replace function callback_private.phone_kind(p_phone text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_end constant text := right(p_phone, 7);
begin
  return case
    when p_phone ~ ('^\+(1\d{3}55501\d\d|44(1(13|14|15|16|17|18|21|31|41|51|61)4960|1914980|2079460|2896496|2920180|1632960|7700900|8081570)\d{3}'
      '|61[2378](5550|7010)\d{4}|6149157\d{4}|49(3023125|6990009|4066969|2214710|8999998)\d{2,3}'
      '|33(19900|26191|35301|46571|53649|63998)\d{4}|35320(91)\d{5}|46(3139006|4062804|846500|7017406)\d{2,4})$') then 'fictional'
    when v_end = repeat(left(v_end, 1), 7)
      or position(v_end in '01234567890123456789') > 0 or position(v_end in '98765432109876543210') > 0 then 'patterned'
    else 'ordinary' end;
end
$$;
