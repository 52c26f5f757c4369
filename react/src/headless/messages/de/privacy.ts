/** German: what people may do with what is stored about them. */
import type { PrivacyWords } from '../en/privacy.ts';

export const privacy: PrivacyWords = {
  privacy: {
    cancel: 'Abbrechen',
    consent: {
      title: 'Rückrufe beenden',
      hint: 'Zieht die von Ihnen gestellten Anfragen zurück und schaltet E-Mail, Push und SMS aus. In den Benachrichtigungseinstellungen können Sie sie wieder einschalten.',
      action: 'Rückrufe und Nachrichten beenden',
      question: 'Offene Anfragen zurückziehen und alle Nachrichten ausschalten?',
      confirm: 'Ja, beenden',
      done: 'Erledigt. Ihre Anfragen sind zurückgezogen, und Nachrichten sind ausgeschaltet.',
    },
    export: {
      title: 'Ihre Rückruf-Daten herunterladen',
      hint: 'Ihre Rückrufanfragen, Benachrichtigungen und Einstellungen. Nummern anderer Personen sind nicht enthalten.',
      page: 'Als Seite herunterladen',
      json: 'Als JSON herunterladen',
      done: 'Erledigt. Ihre Daten sind bereit.',
    },
    erasure: {
      title: 'Ihre Rückruf-Daten löschen',
      hint: 'Löscht Ihre Anfragen, Nachrichten und Einstellungen endgültig. Offene Anfragen werden geschlossen, und die andere Seite wird benachrichtigt.',
      action: 'Meine Rückruf-Daten löschen',
      question: 'Ihre Rückruf-Daten endgültig löschen? Das lässt sich nicht rückgängig machen.',
      confirm: 'Endgültig löschen',
      done: 'Erledigt. Ihre Daten sind gelöscht. Ab morgen können Sie wieder Rückrufe anfordern.',
      held: 'Wir müssen Ihre Daten vorerst aufbewahren. Wenden Sie sich an den Support.',
    },
  },
};
