/** German: what has happened to a request, for both sides. */
import type { HistoryWords } from '../en/history.ts';

export const history: HistoryWords = {
  history: {
    title: 'Verlauf',
    showAll: (count) => `Alle ${count} anzeigen`,
    attempt: (outcome) => `Verkäufer hat angerufen: ${outcome}`,
  },
  historyEvents: {
    request_created: 'Angefordert',
    acknowledged: 'Gesehen',
    completed: 'Erledigt',
    declined: 'Abgelehnt',
    withdrawn: 'Zurückgezogen',
    closed: 'Geschlossen',
    expired: 'Abgelaufen',
    code_sent: 'Code gesendet',
    phone_confirmed: 'Nummer bestätigt',
    request_edited: 'Anfrage bearbeitet',
    seller_reminded: 'Erinnerung gesendet',
    call_attempted: 'Anrufversuch des Verkäufers',
    completion_confirmed: 'Gespräch bestätigt',
    completion_contradicted: 'Gespräch bestritten',
    acknowledgement_undone: '„Ich rufe an“ zurückgenommen',
    request_extended: 'Anfrage verlängert',
    request_expiring: 'An den Ablauf erinnert',
    seller_note_changed: 'Private Notiz geändert',
    request_snoozed: 'Zurückgestellt',
    snooze_ended: 'Zurückstellung aufgehoben',
    other: 'Anfrage aktualisiert',
  },
  historyActors: {
    seller: 'vom Verkäufer',
    buyer: 'vom Käufer',
    operator: 'vom Marktplatz',
    system: 'automatisch',
  },
};
