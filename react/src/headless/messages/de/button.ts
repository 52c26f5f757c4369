/** German: the button on a listing, which loads nothing else at first. */
import type { ButtonWords } from '../en/button.ts';
import { ended } from './ended.ts';

export const button: ButtonWords = {
  language: 'de',
  button: {
    ask: 'Rückruf anfordern',
    requested: 'Rückruf angefordert',
    view: 'Anfrage ansehen',
    retry: 'Erneut versuchen',
    reload: 'Seite neu laden',
    signIn: 'Anmelden, um einen Rückruf anzufordern',
    sent: (seller) => `Anfrage gesendet. Wir haben ${seller || 'den Verkäufer'} benachrichtigt.`,
    alreadyRequested: 'Sie haben heute bereits einen Rückruf angefordert. Hier ist Ihre Anfrage.',
  },
  dialog: {
    ask: (seller) => (seller ? `Rückruf von ${seller} anfordern` : 'Rückruf anfordern'),
    request: 'Ihre Rückrufanfrage',
    close: 'Schließen',
    loading: 'Wird geladen …',
  },
  statusNotes: {
    checking: 'Wir prüfen Ihre Anfrage, bevor der Verkäufer sie sieht.',
    code: 'Bestätigen Sie Ihre Nummer, damit wir die Anfrage senden.',
    pending: 'Der Verkäufer wird Sie anrufen.',
    acknowledged: 'Der Verkäufer hat Ihre Anfrage gesehen und ruft Sie an.',
    completed: 'Anruf erledigt',
    expired: 'Der Verkäufer hat Sie nicht rechtzeitig erreicht.',
  },
  attemptNotes: {
    tried: (seller) => `${seller || 'Der Verkäufer'} hat versucht, Sie zu erreichen.`,
    corrected: (seller) => `${seller || 'Der Verkäufer'} hat Ihre neue Nummer.`,
    paused: 'Die angegebene Nummer ist falsch. Korrigieren Sie sie, damit der Verkäufer Sie anrufen kann.',
  },
  endings: {
    seller: ended('Der Verkäufer hat diese Anfrage abgelehnt'),
    buyer: ended('Sie haben diese Anfrage zurückgezogen'),
    operator: ended('Der Marktplatz hat diese Anfrage geschlossen'),
    system: ended('Diese Anfrage wurde automatisch geschlossen'),
    other: ended('Diese Anfrage ist geschlossen'),
  },
  errors: {
    unauthenticated: 'Melden Sie sich an, um fortzufahren.',
    forbidden: 'Mit Ihrem Profil ist das nicht möglich. Vervollständigen oder reaktivieren Sie es zuerst.',
    not_found: 'Diese Anfrage gibt es nicht mehr.',
    invalid_input: 'Prüfen Sie Ihre Eingaben und versuchen Sie es noch einmal.',
    invalid_phone:
      'Das sieht nicht nach einer gültigen Telefonnummer aus. Prüfen Sie die Ziffern oder wählen Sie ein anderes Land.',
    phone_not_allowed:
      'Premium- und Sonderrufnummern können wir nicht anrufen. Verwenden Sie eine Mobil- oder Festnetznummer.',
    listing_unavailable: 'Diese Anzeige ist nicht mehr verfügbar.',
    seller_unreachable: 'Dieser Verkäufer kann nicht zurückrufen. Schreiben Sie stattdessen eine Nachricht.',
    own_listing: 'Das ist Ihre eigene Anzeige.',
    duplicate_request: 'Sie haben zu dieser Anzeige heute bereits einen Rückruf angefordert.',
    not_accepted: 'Wir konnten diese Anfrage nicht annehmen.',
    trust_required: 'Verifizieren Sie Ihr Konto, um hier einen Rückruf anzufordern.',
    callbacks_off: 'Rückrufanfragen sind gerade pausiert. Versuchen Sie es später noch einmal.',
    invalid_transition: 'Diese Anfrage hat sich inzwischen geändert.',
    request_expired: 'Diese Anfrage ist abgelaufen.',
    rate_limited: 'Zu viele Anfragen. Versuchen Sie es später noch einmal.',
    overloaded: 'Gerade ist viel los. Versuchen Sie es gleich noch einmal.',
    network_error: 'Keine Verbindung. Prüfen Sie Ihr Netzwerk und versuchen Sie es noch einmal.',
    timeout: 'Das hat zu lange gedauert. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    other: 'Etwas ist schiefgegangen. Versuchen Sie es später noch einmal.',
  },
  limits: {
    open_urgent_requests_per_user:
      'Sie haben das Limit für offene dringende Anfragen erreicht. Wählen Sie eine andere Dringlichkeit.',
    requests_per_user_per_day:
      'Sie haben das heutige Limit für Rückrufanfragen erreicht. Versuchen Sie es morgen wieder.',
    requests_per_phone_per_day:
      'Für diese Nummer ist das heutige Limit für Rückrufanfragen erreicht. Versuchen Sie es morgen wieder.',
    requests_per_seller_per_day:
      'Dieser Verkäufer kann heute keine weiteren Anfragen annehmen. Versuchen Sie es morgen wieder.',
  },
};
