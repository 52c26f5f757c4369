/** German: what people may do with what is stored about them. */
import type { PrivacyWords } from '../en/privacy.ts';

export const privacy: PrivacyWords = {
  privacy: {
    cancel: 'Abbrechen',
    consent: {
      title: 'Rückrufe beenden',
      hint: 'Zieht Ihre offenen Anfragen zurück und schaltet E-Mail, Push und SMS sofort aus. Sie können jederzeit wieder um einen Rückruf bitten.',
      action: 'Rückrufe und Nachrichten beenden',
      question: 'Offene Anfragen zurückziehen und alle Nachrichten ausschalten?',
      confirm: 'Ja, beenden',
      done: 'Erledigt. Rückrufe und Nachrichten sind beendet.',
    },
    export: {
      title: 'Ihre Daten herunterladen',
      hint: 'Alles, was wir über Sie und Ihre Rückrufe speichern. Nummern anderer Personen sind nicht enthalten.',
      page: 'Als Seite herunterladen',
      json: 'Als JSON herunterladen',
      done: 'Erledigt. Ihre Daten sind bereit.',
    },
    erasure: {
      title: 'Ihre Daten löschen',
      hint: 'Löscht Ihre Anfragen, Nachrichten und Einstellungen endgültig. Offene Anfragen werden geschlossen, und die andere Seite wird benachrichtigt.',
      action: 'Meine Daten löschen',
      question: 'Alles endgültig löschen? Das lässt sich nicht rückgängig machen.',
      confirm: 'Endgültig löschen',
      done: 'Erledigt. Ihre Daten sind gelöscht. Ab morgen können Sie wieder um Rückrufe bitten.',
      held: 'Wir müssen Ihre Daten vorerst aufbewahren. Wenden Sie sich an den Support.',
    },
  },
};
