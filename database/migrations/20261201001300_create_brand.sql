-- The marketplace's brand, in mails, SMS and the pages that mails link to.

alter table callback_private.settings
  add column brand_name text,
  add column brand_logo_url text,
  add column brand_color text not null default '#1f5fd0',
  add column brand_address text,
  add column brand_reply_to text,
  add constraint settings_brand_name_check check (callback_private.is_plain_text(brand_name, 60)),
  add constraint settings_brand_logo_url_check check (
    length(brand_logo_url) <= 2000 and brand_logo_url ~ '^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/[!#-&(-;=?-Z_a-z~\[\]]*$'),
  add constraint settings_brand_color_check check (brand_color ~ '^#[0-9a-f]{6}$'),
  add constraint settings_brand_address_check check (
    callback_private.is_plain_text(brand_address, 300, true) and brand_address !~ '(\n.*){6}'),
  add constraint settings_brand_reply_to_check check (
    length(brand_reply_to) <= 254 and brand_reply_to ~ '^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}$');

comment on column callback_private.settings.brand_name
  is 'What people call the marketplace. Null: messages name the host of PUBLIC_URL.';
comment on column callback_private.settings.brand_logo_url
  is 'Shown 40 pixels high at the top of mails and their pages; null shows the name.';
comment on column callback_private.settings.brand_color is 'Color of the button; its text is white or black, whichever reads better.';
comment on column callback_private.settings.brand_address
  is 'The postal address below every mail, which many countries require in commercial mail.';
comment on column callback_private.settings.brand_reply_to is 'Where replies to mails go; null: to MAIL_FROM.';
comment on constraint settings_brand_name_check on callback_private.settings
  is 'brand_name: must be 1 to 60 characters on one line, without control or text-direction characters.';
comment on constraint settings_brand_logo_url_check on callback_private.settings
  is 'brand_logo_url: must be an https address of an image such as https://shop.example.com/logo.png, at most 2000 characters.';
comment on constraint settings_brand_color_check on callback_private.settings
  is 'brand_color: must be # and six lower-case hexadecimal digits, such as #1f5fd0.';
comment on constraint settings_brand_address_check on callback_private.settings
  is 'brand_address: must be at most 6 lines and 300 characters, without control or text-direction characters.';
comment on constraint settings_brand_reply_to_check on callback_private.settings
  is 'brand_reply_to: must be one mail address such as help@shop.example.com, without a name.';
