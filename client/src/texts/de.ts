/** German. */
import type { MailTexts, Moment, NotificationMessages, NotificationNames, SmsTexts } from './types.ts';

const about = (listing: string) => (listing ? ` zu „${listing}“` : '');
const at = (moment?: Moment) => (moment ? `${moment.day && ` am ${moment.day}`} um ${moment.time}` : '');
const because = (reason?: string) => (reason ? ` Grund: „${reason}“.` : '');
const OUTCOMES: Record<string, string> = {
  no_answer: 'keine Antwort',
  voicemail: 'Mailbox',
  busy: 'besetzt',
};
const ended = (outcome = '') => (OUTCOMES[outcome] ? ` (${OUTCOMES[outcome]})` : '');

export const notifications: NotificationMessages = {
  new_request: ({ name, listing }) => ({
    title: name ? `Neue Rückrufanfrage von ${name}` : 'Neue Rückrufanfrage',
    message: `${name || 'Ein Käufer'} bittet um Ihren Rückruf${about(listing)}.`,
    next: 'Öffnen Sie die Anfrage, um die Telefonnummer zu sehen und Ihren Anruf festzuhalten.',
  }),
  request_reminder: ({ name, listing }) => ({
    title: `Erinnerung: ${name || 'Ein Käufer'} wartet auf Ihren Rückruf`,
    message: `${name || 'Ein Käufer'} wartet noch auf Ihren Rückruf${about(listing)}.`,
    next: 'Wenn Sie nicht anrufen möchten, können Sie die Anfrage ablehnen.',
  }),
  request_acknowledged: ({ name, listing }) => ({
    title: `${name || 'Der Verkäufer'} ruft Sie zurück`,
    message: `${name || 'Der Verkäufer'} hat Ihre Anfrage${about(listing)} gesehen und ruft Sie zurück.`,
  }),
  call_attempted: ({ name, listing, outcome, attemptedAt, nextAttemptAt }) => ({
    title: `${name || 'Der Verkäufer'} hat${at(attemptedAt)} versucht, Sie zu erreichen`,
    message: `${name || 'Der Verkäufer'} hat${at(attemptedAt)} versucht, Sie${about(listing)} zu erreichen${ended(outcome)}${nextAttemptAt ? `, und plant einen weiteren Versuch${at(nextAttemptAt)}` : ''}.`,
    next: 'Wenn sich Ihre Nummer oder Ihre Wunschzeiten geändert haben, können Sie die Anfrage bearbeiten.',
  }),
  wrong_number: ({ name, listing }) => ({
    title: 'Ihre Telefonnummer stimmt nicht',
    message: `${name || 'Der Verkäufer'} hat versucht, Sie${about(listing)} anzurufen, aber die Nummer war falsch.`,
    next: 'Geben Sie in der Anfrage die richtige Nummer an. Bis dahin kann der Verkäufer Sie nicht anrufen.',
  }),
  request_edited: ({ name, listing, fields }) => ({
    title: name ? `${name} hat die Rückrufanfrage bearbeitet` : 'Rückrufanfrage bearbeitet',
    message: fields?.includes('requester_phone')
      ? `${name || 'Der Käufer'} hat für die Rückrufanfrage${about(listing)} eine neue Telefonnummer angegeben.`
      : `${name || 'Der Käufer'} hat die Rückrufanfrage${about(listing)} bearbeitet.`,
    next: 'Öffnen Sie die Anfrage, um die Änderungen zu sehen.',
  }),
  request_extended: ({ name, listing, expiresAt }) => ({
    title: name ? `${name} hat die Rückrufanfrage verlängert` : 'Rückrufanfrage verlängert',
    message: `${name || 'Der Käufer'} hat die Rückrufanfrage${about(listing)} verlängert.`,
    next: `Sie können anrufen${expiresAt ? `, bis sie${at(expiresAt)} abläuft` : ''}.`,
  }),
  expiring_for_seller: ({ name, listing, expiresAt }) => ({
    title: 'Rückrufanfrage läuft bald ab',
    message: `Die Rückrufanfrage${name && ` von ${name}`}${about(listing)} läuft${at(expiresAt) || ' bald'} ab.`,
    next: 'Rufen Sie vorher an, oder lehnen Sie die Anfrage ab.',
  }),
  expiring_for_buyer: ({ name, listing, expiresAt }) => ({
    title: 'Ihre Rückrufanfrage läuft bald ab',
    message: `${name || 'Der Verkäufer'} hat Sie${about(listing)} noch nicht erreicht, und Ihre Anfrage läuft${at(expiresAt) || ' bald'} ab.`,
    next: 'Sie können die Anfrage verlängern oder zurückziehen.',
  }),
  request_completed: ({ name, listing }) => ({
    title: 'Rückruf erledigt',
    message: `${name || 'Der Verkäufer'} hat den Anruf${about(listing)} als erledigt markiert.`,
    next: 'Haben Sie miteinander gesprochen? Öffnen Sie die Anfrage und sagen Sie es uns.',
  }),
  contradicted: ({ name, listing }) => ({
    title: `${name || 'Ein Käufer'} gibt an, dass kein Gespräch stattfand`,
    message: `${name || 'Der Käufer'} gibt an, dass Ihr Anruf${about(listing)} nicht angekommen ist.`,
    next: 'Wenn das ein Irrtum ist, lässt sich die Antwort noch zwei Wochen nach dem Anruf ändern.',
  }),
  contradiction_withdrawn: ({ name, listing }) => ({
    title: `${name || 'Der Käufer'} bestätigt Ihren Anruf`,
    message: `${name || 'Der Käufer'} hat die Antwort geändert: Sie haben${about(listing)} miteinander gesprochen.`,
  }),
  declined: ({ name, listing, reason }) => ({
    title: name ? `${name} hat Ihre Rückrufanfrage abgelehnt` : 'Ihre Rückrufanfrage wurde abgelehnt',
    message: `${name || 'Der Verkäufer'} kann Sie${about(listing)} leider nicht zurückrufen.${because(reason)}`,
  }),
  withdrawn: ({ name, listing, reason }) => ({
    title: name ? `${name} hat die Rückrufanfrage zurückgezogen` : 'Rückrufanfrage zurückgezogen',
    message: `${name || 'Der Käufer'} benötigt keinen Rückruf${about(listing)} mehr.${because(reason)}`,
    next: 'Sie müssen nichts weiter tun.',
  }),
  closed: ({ listing, reason }) => ({
    title: 'Rückrufanfrage geschlossen',
    message: `Der Marktplatz hat die Rückrufanfrage${about(listing)} geschlossen.${because(reason)}`,
  }),
  expired_for_seller: ({ name, listing }) => ({
    title: 'Rückrufanfrage abgelaufen',
    message: `Die Rückrufanfrage${name && ` von ${name}`}${about(listing)} ist abgelaufen.`,
  }),
  expired_for_buyer: ({ name, listing }) => ({
    title: 'Ihre Rückrufanfrage ist abgelaufen',
    message: `${name || 'Der Verkäufer'} hat Sie${about(listing)} nicht rechtzeitig erreicht.`,
    next: 'Noch interessiert? Dann können Sie erneut einen Rückruf anfordern.',
  }),
};

export const notificationNames: NotificationNames = {
  new_request: 'Neue Rückrufanfrage',
  request_acknowledged: 'Der Verkäufer ruft Sie zurück',
  call_attempted: 'Der Verkäufer hat versucht, Sie zu erreichen',
  wrong_number: 'Ihre Telefonnummer stimmt nicht',
  request_edited: 'Rückrufanfrage bearbeitet',
  request_extended: 'Rückrufanfrage verlängert',
  request_expiring: 'Rückrufanfrage läuft bald ab',
  request_completed: 'Rückruf erledigt',
  request_cancelled: 'Rückrufanfrage abgelehnt oder zurückgezogen',
  request_reminder: 'Erinnerung: Ein Käufer wartet auf Ihren Rückruf',
  request_expired: 'Rückrufanfrage abgelaufen',
  completion_contradicted: 'Ein Käufer gibt an, dass kein Gespräch stattfand',
};

export const mail: MailTexts = {
  language: 'de',
  direction: 'ltr',
  greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  labels: {
    listing: 'Anzeige',
    price: 'Preis',
    buyer: 'Käufer',
    seller: 'Verkäufer',
    phone: 'Ihre Nummer',
    reason: 'Thema',
    when: 'Wunschzeiten',
    priority: 'Dringlichkeit',
    urgent: 'Dringend',
    expires: 'Offen bis',
  },
  reasons: {
    general_inquiry: 'Allgemeine Frage',
    price_negotiation: 'Preis',
    product_details: 'Details zum Artikel',
    availability_check: 'Noch verfügbar?',
    meetup_arrangement: 'Treffen vereinbaren',
    other: 'Etwas anderes',
  },
  days: {
    Monday: 'Montag',
    Tuesday: 'Dienstag',
    Wednesday: 'Mittwoch',
    Thursday: 'Donnerstag',
    Friday: 'Freitag',
    Saturday: 'Samstag',
    Sunday: 'Sonntag',
  },
  times: { morning: 'vormittags', afternoon: 'nachmittags', evening: 'abends' },
  inTwoZones: ({ here, there, zone }) => `${here} bei Ihnen (${there}, ${zone})`,
  comma: ', ',
  messages: { buyer: 'Nachricht des Käufers:', own: 'Ihre Nachricht:' },
  open: 'Anfrage ansehen',
  footer: (marketplace) => `Sie erhalten diese Nachricht wegen einer Rückrufanfrage auf ${marketplace}.`,
  unsubscribe: 'Abbestellen oder E-Mails auswählen',
  mailSettings: {
    title: 'E-Mails zu Rückrufanfragen',
    intro: 'In der App sehen Sie weiterhin alles.',
    types: 'E-Mails senden zu',
    save: 'Speichern',
    saved: 'Gespeichert.',
    stopAll: 'Alle diese E-Mails abbestellen',
    stopped: 'Die E-Mails sind abbestellt. Wir senden Ihnen keine E-Mails zu Rückrufanfragen mehr.',
    startAll: 'Alle E-Mails wieder einschalten',
    unknown: 'Dieser Link ist ungültig oder abgelaufen.',
    withdraw: 'Anrufe und Nachrichten beenden',
    withdrawHint: 'Zieht Ihre offenen Rückrufanfragen zurück und schaltet alle Nachrichten aus.',
    withdrawn:
      'Erledigt. Ihre offenen Anfragen sind zurückgezogen, und Sie bekommen keine Nachrichten zu Rückrufanfragen mehr.',
  },
};

export const sms: SmsTexts = {
  help: (marketplace) =>
    `${marketplace}: SMS zu dringenden Rückrufanfragen. Antworten Sie mit STOP, um keine mehr zu erhalten, mit START, um sie wieder zu erhalten.`,
  code: (code, marketplace) =>
    `${code} ist Ihr Code von ${marketplace} für die Rückrufanfrage. Geben Sie ihn nicht weiter. 5 Minuten gültig.`,
};
