/** German: a request, whoever looks at it. */
import type { RequestWords } from '../en/request.ts';

export const request: RequestWords = {
  statuses: {
    pending: 'Offen',
    acknowledged: 'Verkäufer ruft an',
    completed: 'Erledigt',
    cancelled: 'Geschlossen',
    expired: 'Abgelaufen',
  },
  priorities: {
    low: { label: 'Niedrig', hint: 'Hat keine Eile' },
    normal: { label: 'Normal', hint: 'In den nächsten Tagen' },
    high: { label: 'Hoch', hint: 'Möglichst heute oder morgen' },
    urgent: { label: 'Dringend', hint: 'So bald wie möglich' },
  },
  reasons: {
    general_inquiry: 'Allgemeine Frage',
    price_negotiation: 'Preis',
    product_details: 'Details zum Artikel',
    availability_check: 'Noch verfügbar?',
    meetup_arrangement: 'Treffen vereinbaren',
    other: 'Etwas anderes',
  },
  times: {
    anytime: 'Jederzeit',
    morning: 'Vormittags',
    afternoon: 'Nachmittags',
    evening: 'Abends',
  },
  outcomes: {
    reached: 'Wir haben gesprochen',
    no_answer: 'Keine Antwort',
    voicemail: 'Mailbox',
    busy: 'Besetzt',
    wrong_number: 'Falsche Nummer',
  },
  expiry: {
    openUntil: (when) => `Läuft ${when} ab`,
    hoursLeft: (hours) => `Läuft in ${hours} ${hours === 1 ? 'Stunde' : 'Stunden'} ab`,
    minutesLeft: (minutes) => `Läuft in ${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'} ab`,
  },
  when: {
    today: (time) => `heute um ${time}`,
    yesterday: (time) => `gestern um ${time}`,
    tomorrow: (time) => `morgen um ${time}`,
    onWeekday: (day, time) => `am ${day} um ${time}`,
    onDate: (date, time) => `am ${date} um ${time}`,
  },
  preferredTimes: {
    anyDay: 'an jedem Tag',
    anyTime: 'jederzeit',
    comma: ', ',
    semicolon: '; ',
    and: (first, last) => `${first} und ${last}`,
    window: (days, hours) => `${days}, ${hours}`,
    named: (time, hours) => `${time.toLowerCase()} (${hours})`,
    inZone: (preferredTimes, zone) => `${preferredTimes}, ${zone}`,
    yourTime: (yours, theirs) => `${yours} Ihrer Zeit (${theirs})`,
  },
  fieldErrors: {
    phoneMissing: 'Geben Sie Ihre Telefonnummer ein.',
    nameMissing: 'Geben Sie Ihren Namen ein.',
    tooLong: (max) => `Höchstens ${max} Zeichen.`,
    unreadable: 'Das enthält Zeichen, die wir nicht anzeigen können. Geben Sie es noch einmal ein.',
    refused: 'Das können wir nicht annehmen. Versuchen Sie etwas anderes.',
  },
  notices: {
    withdrawn: 'Anfrage zurückgezogen',
    edited: 'Anfrage aktualisiert',
    acknowledged: 'Der Käufer weiß Bescheid und erwartet Ihren Anruf.',
    completed: 'Als erledigt markiert',
    declined: 'Anfrage abgelehnt. Der Käufer wurde benachrichtigt.',
    attemptLogged: (outcome) => `Notiert: ${outcome}.`,
  },
};
