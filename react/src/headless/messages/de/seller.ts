/** German: a request as its seller sees it. */
import type { SellerWords } from '../en/seller.ts';

/** How a request ended, with the reason where there is one. */
const ended = (text: string) => (reason: string | null) => (reason ? `${text}: ${reason}` : `${text}.`);

export const seller: SellerWords = {
  card: {
    call: (name) => `${name} anrufen`,
    acknowledge: 'Ich rufe an',
    complete: 'Als erledigt markieren',
    decline: 'Ablehnen',
    declineReason: 'Grund (optional)',
    declineHint: 'Der Käufer sieht ihn.',
    confirmDecline: 'Anfrage ablehnen',
    cancel: 'Zurück',
    outcome: (name) => `Wie lief der Anruf bei ${name}?`,
    dismissOutcome: 'Nicht jetzt',
    cannotDial: (number) => `Der Anruf konnte nicht gestartet werden. Wählen Sie stattdessen ${number}.`,
    requested: (when) => `Angefragt ${when}`,
    untitled: 'Anzeige nicht mehr verfügbar',
    preferredTimes: 'Bevorzugte Zeiten',
    reason: 'Anliegen',
    message: 'Nachricht',
    endings: {
      seller: ended('Sie haben abgelehnt'),
      buyer: ended('Der Käufer hat diese Anfrage zurückgezogen'),
      operator: ended('Der Marktplatz hat diese Anfrage geschlossen'),
      system: ended('Diese Anfrage wurde automatisch geschlossen'),
      other: ended('Diese Anfrage ist geschlossen'),
    },
  },
};
