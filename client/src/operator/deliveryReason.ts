/** Why a delivery failed, waits or was not sent, in words for operators: its error code as a sentence, and what to do about it. */

export interface DeliveryReason {
  text: string;
  /** What to do; undefined where nothing can be done, or nothing has to be. */
  cure?: string;
}

type Make = (provider: string) => DeliveryReason;

const reason =
  (text: string, cure?: string): Make =>
  (provider) => ({ text: text.replace('{provider}', provider), ...(cure && { cure }) });

const NETWORK = 'Check that the server is up, its address in the settings, and the firewall.';
const LOGIN = 'Check the user name, the password and the sender in the worker’s settings.';
const RECIPIENT = 'Ask the person for another address; a retry helps once theirs works again.';
const REPUTATION =
  'Check SPF, DKIM and DMARC of the sender’s domain, and whether its server is on a blocklist.';

/** By the whole code. */
const CODES: Record<string, Make> = {
  // The connection
  ECONNREFUSED: reason('The server refuses the connection.', NETWORK),
  ETIMEDOUT: reason('The server does not answer.', NETWORK),
  timeout: reason('The server did not answer in time.', NETWORK),
  ECONNRESET: reason('The server closed the connection.', NETWORK),
  ECONNECTION: reason('The connection to the server failed.', NETWORK),
  ESOCKET: reason('The connection to the server failed.', NETWORK),
  EHOSTUNREACH: reason('The server cannot be reached.', NETWORK),
  ENETUNREACH: reason('The network is unreachable.', NETWORK),
  ENOTFOUND: reason('The server’s name does not exist.', 'Check the server’s name in the settings.'),
  EDNS: reason('The server’s name cannot be resolved.', 'Check the server’s name, and the name server.'),
  EAI_AGAIN: reason('The name server does not answer.', 'Check the worker’s name server.'),
  ETLS: reason(
    'The encrypted connection failed.',
    'Check the server’s certificate and whether it needs smtps://.',
  ),
  EAUTH: reason('The server refuses the login.', LOGIN),
  // People and their settings
  inactive: reason('The person’s account is inactive.'),
  no_address: reason('The person has no address or device for this channel.'),
  switched_off: reason('The person has switched these messages off.'),
  already_read: reason('It was read in the app before it could leave.'),
  outdated: reason('It was no longer true when it could have left.'),
  invalid_address: reason('The address is not a mail address.', RECIPIENT),
  device_gone: reason('The device gets no more push: the app was removed or has signed out.'),
  opted_out: reason('The person answered STOP to the SMS provider.'),
  sms_stopped: reason('STOP came from this number.'),
  invalid_phone: reason('The profile’s phone number does not exist.', RECIPIENT),
  phone_not_allowed: reason(
    'SMS to numbers of this kind or country are not allowed.',
    'See allowed_phone_regions.',
  ),
  sms_cap_recipient: reason('This number has had its SMS for the day.', 'See sms_per_recipient_per_day.'),
  sms_cap_prefix: reason(
    'Numbers beginning like this one have had their SMS for the day.',
    'It may be fraud; see sms_per_prefix_per_day.',
  ),
  sms_cap_country: reason(
    'This country has had its SMS for the day.',
    'It may be fraud; see sms_per_country_per_day.',
  ),
  sms_cap_day: reason('The day’s SMS are used up.', 'See sms_per_day.'),
  // Ringback itself
  subject_gone: reason('What it was about is gone.'),
  unknown_subject: reason(
    'The worker is too old for this kind of message.',
    'Update the worker, then retry.',
  ),
  unfinished: reason(
    'Five workers were killed while they sent it.',
    'Look for what ends the workers; check before you send it again.',
  ),
  address_refused: reason(
    'The address leads into a private network.',
    'Use a public https address, or allow private ones in the worker’s settings.',
  ),
  // Twilio
  '21211': reason('The phone number does not exist.', RECIPIENT),
  '21408': reason(
    'Twilio does not send to this country yet.',
    'Allow the country in Twilio’s geo permissions.',
  ),
  '21610': reason('The person answered STOP to the SMS provider.'),
  '21614': reason('The number cannot get SMS: a landline?', RECIPIENT),
  '20003': reason('Twilio refuses the login.', LOGIN),
  '20429': reason('Twilio gets too many messages at once.'),
  '30003': reason('The phone was off or out of reach.'),
  '30005': reason('The phone number is not in use.', RECIPIENT),
  '30006': reason('The number cannot get SMS: a landline?', RECIPIENT),
  '30007': reason(
    'The carrier filtered the SMS as unwanted.',
    'Register your sender with the carriers at Twilio.',
  ),
  // Expo
  MessageRateExceeded: reason('The device got too many messages at once.'),
  MismatchSenderId: reason(
    'The app’s push credentials belong to another project.',
    'Upload the right credentials to Expo.',
  ),
  InvalidCredentials: reason(
    'The app’s push credentials are not valid.',
    'Upload the credentials to Expo again.',
  ),
  MessageTooBig: reason('The message is too large for the push service.'),
};

/** What a mail server says, by its extended code (RFC 3463), first the whole and then without its class. */
const EXTENDED: Record<string, Make> = {
  '1.1': reason('{provider} refused: no such mailbox.', RECIPIENT),
  '1.2': reason('{provider} refused: its domain gets no mail.', RECIPIENT),
  '1.3': reason('{provider} refused: the address is not valid.', RECIPIENT),
  '1.10': reason('{provider} refused: the domain accepts no mail.', RECIPIENT),
  '2.1': reason('{provider} refused: the mailbox is disabled.', RECIPIENT),
  '2.2': reason('{provider} refused: mailbox full.', RECIPIENT),
  '2.3': reason('{provider} refused: the mail is too large.'),
  '4.1': reason('{provider} does not answer the mail server.'),
  '4.2': reason('The connection to {provider} broke off.'),
  '4.4': reason('The mail server cannot find the way to {provider}.'),
  '7.0': reason('{provider} refused the mail for a reason of policy.', REPUTATION),
  '7.1': reason('{provider} refused the mail as unwanted.', REPUTATION),
  '7.8': reason('The server refuses the login.', LOGIN),
  '7.26': reason('{provider} refused: the mail is not authenticated.', REPUTATION),
  '7.28': reason('{provider} limits how many mails it takes from you.'),
};

/** What a mail server says, by its plain code. */
const REPLIES: Record<string, Make> = {
  421: reason('{provider} takes no mail at the moment.'),
  450: reason('{provider} takes no mail for this mailbox at the moment.'),
  451: reason('{provider} has a passing problem.'),
  452: reason('{provider} has no room at the moment, or the mailbox is full.'),
  454: reason('The server refuses the login at the moment.', LOGIN),
  530: reason('The server wants a login.', LOGIN),
  534: reason('The server wants another kind of login.', LOGIN),
  535: reason('The server refuses the login.', LOGIN),
  550: reason('{provider} refused: no such mailbox, or it does not want the mail.', RECIPIENT),
  551: reason('{provider} refused: the person is elsewhere.', RECIPIENT),
  552: reason('{provider} refused: mailbox full.', RECIPIENT),
  553: reason('{provider} refused: the address is not valid.', RECIPIENT),
  554: reason('{provider} refused the mail.', REPUTATION),
};

/**
 * A delivery's error code as a sentence. `provider` is the recipient's mail service where it is known, such as Gmail.
 * An unknown code is shown as it is.
 */
export function deliveryReason(code: string, provider?: string | null): DeliveryReason {
  const [, cause] = /^fate_unknown(?::(.*))?$/.exec(code) ?? [];
  if (code.startsWith('fate_unknown')) {
    const because = cause ? ` ${deliveryReason(cause, provider).text}` : '';
    return {
      text: `It may have arrived: the connection ended before an answer came.${because}`,
      cure: 'Ask the person, or look at the provider’s log, before you send it again.',
    };
  }
  const known = Object.hasOwn(CODES, code) ? CODES[code] : (smtp(code) ?? http(code));
  return known?.(provider ?? 'The mail server') ?? { text: `The provider’s code is ${code}.` };
}

function smtp(code: string): Make | undefined {
  const [, reply = '', extended = ''] = /^smtp_(\d{3})(?:_\d\.([\d.]+))?$/.exec(code) ?? [];
  return EXTENDED[extended] ?? REPLIES[reply];
}

function http(code: string): Make | undefined {
  const [, status = ''] = /^(?:http_)?([345]\d\d)$/.exec(code) ?? [];
  if (status === '') return undefined;
  if (status.startsWith('3'))
    return reason(`The address redirects (${status}).`, 'Set the address where it leads.');
  if (status === '410')
    return reason('The address is no longer in use (410).', 'Set another, or take it out.');
  if (status === '429') return reason('The server gets too many messages at once (429).');
  return status.startsWith('4')
    ? reason(
        `The server refuses the message (${status}).`,
        'Check the address, and what the receiver expects.',
      )
    : reason(`The server has a problem (${status}).`);
}
