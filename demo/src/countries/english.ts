/** What people write in English; used by several countries, and between countries. */
import { lines, messages, type Texts, words } from '../country.ts';

export const english: Texts = {
  messages: messages(`
    general_inquiry | Hello, I saw your listing and would like to know more about it.
    general_inquiry | Good day. Could you call me and tell me a bit more?
    general_inquiry | Hi! A quick call would be easier than writing, thank you.
    price_negotiation | Is the price negotiable if I pick it up today?
    price_negotiation | What would be your last price for cash?
    price_negotiation | My budget is a little lower. Can we talk?
    product_details | Does it come with the original box and the charger?
    product_details | Are there any scratches or repairs that I should know about?
    product_details | How old is it, and is there still a warranty?
    availability_check | Is it still available?
    availability_check | Is this still for sale? I could come on Saturday.
    meetup_arrangement | Where could I have a look at it this week?
    meetup_arrangement | I can come by after work. Which day suits you?
    other | Could you deliver it if I pay for the transport?
    other | I am asking for my mother, please call me rather than her.
  `),
  declines: lines(`
    Sorry, it has just been sold.
    I am travelling this week and cannot call.
    The price is fixed, I am afraid.
    Please send me a message instead, I am at work all day.
  `),
  withdrawals: lines(`
    I have found one nearby, thank you.
    Changed my mind, sorry.
    It is too far away for me.
  `),
  times: words(
    'after 6 pm, in the morning, during lunch break, evening, any time before 9 pm, at the weekend',
  ),
  descriptions: lines(`
    In good condition and well looked after.
    Selling because we are moving.
    Collection only. Cash or bank transfer.
    Used for less than a year.
    Works perfectly; you are welcome to try it before you buy.
  `),
};
