/** German: the form, and a request as its buyer sees it. */
import type { BuyerWords } from '../en/buyer.ts';

export const buyer: BuyerWords = {
  form: {
    phone: 'Telefonnummer',
    region: 'Land',
    chooseCountry: 'Land wählen',
    name: 'Ihr Name',
    reason: 'Worum geht es?',
    noReason: 'Kein bestimmter Grund',
    preferredTimes: 'Wann passt Ihnen ein Anruf?',
    anyDay: 'Jeder Tag',
    days: 'Tage',
    daysHint: 'Nichts ankreuzen, wenn jeder Tag passt.',
    time: 'Tageszeit',
    priority: 'Wie bald?',
    message: 'Nachricht',
    optional: 'optional',
    send: 'Rückruf anfordern',
    sending: 'Wird gesendet …',
    charactersLeft: (count) => `Noch ${count} Zeichen`,
    charactersOver: (count) => `${count} Zeichen zu viel`,
    zoneNote: (zone) => `Die Zeiten gelten in Ihrer Zeitzone: ${zone}.`,
    offline:
      'Sie sind offline. Ihre Eingaben bleiben erhalten. Senden Sie sie, sobald Sie wieder online sind.',
  },
  edit: {
    open: 'Anfrage bearbeiten',
    title: 'Anfrage bearbeiten',
    send: 'Änderungen speichern',
    sending: 'Wird gespeichert …',
    cancel: 'Änderungen verwerfen',
    phoneHint: 'Leer lassen, um die bisherige Nummer zu behalten.',
  },
  summary: {
    requested: 'Angefragt',
    acknowledged: 'Vom Verkäufer gesehen',
    reason: 'Grund',
    preferredTimes: 'Bevorzugte Zeiten',
    withdraw: 'Anfrage zurückziehen',
    withdrawQuestion: 'Diese Anfrage zurückziehen? Der Verkäufer ruft Sie dann nicht an.',
    confirmWithdraw: 'Ja, zurückziehen',
    keep: 'Anfrage behalten',
  },
};
