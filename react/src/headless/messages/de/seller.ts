/** German: a request as its seller sees it. */
import type { SellerWords } from '../en/seller.ts';
import { ended } from './ended.ts';

export const seller: SellerWords = {
  card: {
    call: (name) => `${name} anrufen`,
    acknowledge: 'Ich rufe an',
    complete: 'Als erledigt markieren',
    decline: 'Ablehnen',
    declineReason: 'Grund (optional)',
    declineHint: 'Der Käufer sieht ihn.',
    declineReasons: {
      sold: 'Schon verkauft.',
      noTime: 'Ich kann diese Woche nicht anrufen.',
      message: 'Bitte schreiben Sie mir eine Nachricht.',
      fixedPrice: 'Der Preis ist fest.',
    },
    confirmDecline: 'Anfrage ablehnen',
    cancel: 'Zurück',
    outcome: (name) => `Wie lief der Anruf bei ${name}?`,
    dismissOutcome: 'Nicht jetzt',
    cannotDial: (number) => `Der Anruf konnte nicht gestartet werden. Wählen Sie stattdessen ${number}.`,
    revealLimit:
      'Sie haben das heutige Limit für angezeigte Nummern erreicht. Versuchen Sie es morgen wieder.',
    requested: (when) => `Angefordert ${when}`,
    endings: {
      seller: ended('Sie haben diese Anfrage abgelehnt'),
      buyer: ended('Der Käufer hat diese Anfrage zurückgezogen'),
      operator: ended('Der Marktplatz hat diese Anfrage geschlossen'),
      system: ended('Diese Anfrage wurde automatisch geschlossen'),
      other: ended('Diese Anfrage ist geschlossen'),
    },
    edited: (when) => `Bearbeitet: ${when}`,
    paused: 'Falsche Nummer. Der Käufer muss sie erst korrigieren.',
    corrected: 'Der Käufer hat eine neue Nummer angegeben.',
    snoozed: (when) => `Zurückgestellt bis ${when}`,
    preferredNow: 'Wunschzeit ist jetzt',
    caution: (name, times) => `${name} bevorzugt eine andere Zeit: ${times}`,
    callAnyway: 'Trotzdem anrufen',
    contradicted: {
      not_called: (name) => `${name} gibt an, dass niemand angerufen hat.`,
      wrong_person: (name) => `${name} gibt an, dass es die falsche Person war.`,
    },
    confirmed: (name) => `${name} hat den Anruf bestätigt.`,
    rated: (name, rating) => `${name} hat den Anruf bestätigt und mit ${rating} von 5 bewertet.`,
  },
  report: {
    open: 'Melden oder blockieren',
    fakeNumber: 'Die Nummer ist falsch',
    spam: 'Es ist Spam',
    block: (name) => `${name} blockieren`,
    reported: 'Gemeldet. Vielen Dank.',
    blocked: (name) => `${name} kann Sie nicht mehr erreichen.`,
  },
  retry: {
    question: 'Wann versuchen Sie es wieder?',
    at: (when) => `Erneut versuchen: ${when}`,
    other: 'Andere Zeit',
    day: 'Tag',
    time: 'Uhrzeit',
    save: 'Zeit speichern',
    none: 'Noch offen',
    past: 'Wählen Sie eine künftige Zeit, bevor die Anfrage abläuft.',
  },
};
