/** German. */
import type { Texts } from './types.ts';

const about = (listing: string) => (listing ? ` zu „${listing}“` : '');

export const de: Texts = {
  language: 'de',
  direction: 'ltr',
  greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  notifications: {
    new_request: ({ name, listing }) => ({
      title: name ? `${name} bittet um einen Anruf` : 'Jemand bittet um einen Anruf',
      sentences: [
        `${name || 'Jemand'} bittet um einen Anruf${about(listing)}.`,
        'Öffnen Sie die Anfrage, um die Nummer zu sehen und Ihren Anruf zu vermerken.',
      ],
    }),
    request_reminder: ({ name, listing }) => ({
      title: name ? `${name} wartet auf Ihren Anruf` : 'Jemand wartet auf Ihren Anruf',
      sentences: [
        `${name || 'Jemand'} wartet noch auf Ihren Anruf${about(listing)}.`,
        'Wenn Sie nicht anrufen möchten, können Sie die Anfrage ablehnen.',
      ],
    }),
    request_acknowledged: ({ name, listing }) => ({
      title: 'Ihre Anfrage wurde gesehen',
      sentences: [`Ihre Anfrage${about(listing)} wurde gesehen. ${name || 'Die Verkaufsseite'} ruft Sie an.`],
    }),
    request_completed: ({ name, listing }) => ({
      title: 'Ihr Rückruf ist erledigt',
      sentences: [`${name || 'Die Verkaufsseite'} hat den Anruf${about(listing)} als erledigt vermerkt.`],
    }),
    declined: ({ name, listing }) => ({
      title: 'Ihre Anfrage wurde abgelehnt',
      sentences: [`${name || 'Die Verkaufsseite'} kann Sie${about(listing)} nicht anrufen.`],
    }),
    withdrawn: ({ name, listing }) => ({
      title: 'Eine Rückrufanfrage wurde zurückgezogen',
      sentences: [
        `${name || 'Die Kaufseite'} wünscht keinen Anruf${about(listing)} mehr. Sie brauchen nichts zu tun.`,
      ],
    }),
    closed: ({ listing }) => ({
      title: 'Eine Rückrufanfrage wurde geschlossen',
      sentences: [`Der Marktplatz hat die Rückrufanfrage${about(listing)} geschlossen.`],
    }),
    expired_for_seller: ({ name, listing }) => ({
      title: 'Eine Rückrufanfrage ist abgelaufen',
      sentences: [
        name
          ? `Die Zeit für den Anruf bei ${name}${about(listing)} ist abgelaufen.`
          : `Die Zeit für den Anruf${about(listing)} ist abgelaufen.`,
      ],
    }),
    expired_for_buyer: ({ name, listing }) => ({
      title: 'Ihre Rückrufanfrage ist abgelaufen',
      sentences: [
        `${name || 'Die Verkaufsseite'} hat${about(listing)} nicht rechtzeitig angerufen.`,
        'Wenn Sie noch interessiert sind, können Sie erneut anfragen.',
      ],
    }),
  },
  facts: {
    listing: 'Anzeige',
    buyer: 'Von',
    seller: 'Verkauf',
    when: 'Am besten',
    priority: 'Dringlichkeit',
    urgent: 'Dringend',
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
  comma: ', ',
  open: 'Anfrage öffnen',
  footer: 'Sie erhalten diese Nachricht wegen einer Rückrufanfrage auf dem Marktplatz.',
  unsubscribe: 'Diese E-Mails abbestellen',
  unsubscribing: {
    title: 'E-Mails zu Rückrufanfragen abbestellen',
    question: 'In der App sehen Sie weiterhin alles. E-Mails abbestellen?',
    confirm: 'E-Mails abbestellen',
    done: 'Erledigt. Sie erhalten keine E-Mails zu Rückrufanfragen mehr.',
    unknown: 'Dieser Link ist nicht oder nicht mehr gültig.',
  },
};
