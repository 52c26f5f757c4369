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
    time: 'Tageszeit',
    priority: 'Wie dringend ist es?',
    message: 'Nachricht',
    optional: 'optional',
    send: 'Rückruf anfordern',
    sending: 'Wird gesendet …',
    charactersLeft: (count) => `Noch ${count} Zeichen`,
    charactersOver: (count) => `${count} Zeichen zu viel`,
    zoneNote: (zone) => `Die Zeiten gelten in Ihrer Zeitzone: ${zone}.`,
    offline:
      'Sie sind offline. Ihre Eingaben bleiben erhalten. Senden Sie sie, sobald Sie wieder online sind.',
    consentUnread: 'Lesen Sie bitte den Text über der Schaltfläche und senden Sie dann.',
    askForReview: 'Um Prüfung bitten',
    notAccepted: {
      requester_phone: 'Wir konnten diese Telefonnummer nicht annehmen. Verwenden Sie Ihre eigene Nummer.',
      message:
        'Zu viele Verkäufer haben diese Nachricht erhalten. Schreiben Sie jedem Verkäufer zu seinem Angebot.',
    },
    reasonHint: 'Ein konkreter Grund wird schneller beantwortet.',
    daysHint: 'Wählen Sie Zeiten, zu denen Sie abnehmen können. Nichts ankreuzen, wenn jeder Tag passt.',
    privacy: (seller) =>
      `Nur ${seller || 'der Verkäufer'} sieht Ihre Nummer, und das nur, solange Ihre Anfrage offen ist.`,
    verified: 'Verifizierter Verkäufer',
    urgentNeedsTrust: 'Dringende Anfragen sind hier nur verifizierten Käufern möglich.',
    urgentLeft: (count) =>
      count === 0
        ? 'Mehr dringende Anfragen können Sie nicht offen haben. Ziehen Sie eine zurück oder wählen Sie eine andere Dringlichkeit.'
        : `Sie können noch ${count} dringende ${count === 1 ? 'Anfrage' : 'Anfragen'} stellen.`,
  },
  edit: {
    open: 'Anfrage bearbeiten',
    title: 'Anfrage bearbeiten',
    send: 'Änderungen speichern',
    sending: 'Wird gespeichert …',
    cancel: 'Änderungen verwerfen',
    over: 'Diese Anfrage ist beendet und lässt sich nicht mehr ändern. Ihre Eingaben stehen noch hier.',
  },
  summary: {
    requested: 'Angefordert',
    acknowledged: 'Vom Verkäufer gesehen',
    withdraw: 'Anfrage zurückziehen',
    tried: (seller, outcome, when) =>
      `${seller || 'Der Verkäufer'} hat ${when} versucht, Sie zu erreichen (${outcome}).`,
    nextTry: (when) => `Nächster Versuch geplant: ${when}.`,
    callUntil: (when) => `Weitere Versuche sind möglich bis: ${when}.`,
    paused: (seller) =>
      `${seller || 'Der Verkäufer'} hat eine falsche Nummer erreicht. Korrigieren Sie sie, damit der Anruf klappt.`,
    extendQuestion: 'Noch kein Gespräch. Anfrage länger offen halten oder zurückziehen?',
    extend: 'Länger offen halten',
    completedAt: (when) => `Der Verkäufer hat den Anruf ${when} als erledigt markiert.`,
    again: 'Weiteren Rückruf anfordern',
    againNow: 'Sie können einen weiteren Rückruf anfordern.',
    againAt: (when) => `Einen weiteren Rückruf können Sie anfordern ab: ${when}.`,
  },
  confirmation: {
    question: 'Haben Sie miteinander gesprochen?',
    talked: 'Ja, wir haben gesprochen',
    not_called: 'Niemand hat angerufen',
    wrong_person: 'Falsche Person',
    rating: 'Wie war der Anruf? (optional)',
    stars: (rating) => `${rating} von 5`,
    until: (when) => `Sie können Ihre Antwort ändern bis: ${when}.`,
  },
  profileOffer: {
    question: (phone) => `${phone} auch in Ihrem Profil verwenden?`,
    accept: 'Profil aktualisieren',
    dismiss: 'Jetzt nicht',
    done: 'Profil aktualisiert',
    failed: 'Ihr Profil konnte nicht aktualisiert werden. Versuchen Sie es noch einmal.',
  },
};
