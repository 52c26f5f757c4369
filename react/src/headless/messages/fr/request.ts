/** French: a request, whoever looks at it. */
import type { RequestWords } from '../en/request.ts';

export const request: RequestWords = {
  statuses: {
    pending: 'En attente',
    acknowledged: 'Le vendeur va appeler',
    completed: 'Terminée',
    cancelled: 'Clôturée',
    expired: 'Expirée',
  },
  priorities: {
    low: { label: 'Basse', hint: 'Rien d’urgent' },
    normal: { label: 'Normale', hint: 'Dans les prochains jours' },
    high: { label: 'Haute', hint: 'Aujourd’hui ou demain, si possible' },
    urgent: { label: 'Urgente', hint: 'Dès que possible' },
  },
  reasons: {
    general_inquiry: 'Question générale',
    price_negotiation: 'Prix',
    product_details: 'Détails de l’article',
    availability_check: 'Toujours disponible ?',
    meetup_arrangement: 'Organiser une rencontre',
    other: 'Autre',
  },
  times: {
    anytime: 'À toute heure',
    morning: 'Le matin',
    afternoon: 'L’après-midi',
    evening: 'Le soir',
  },
  outcomes: {
    reached: 'Nous nous sommes parlé',
    no_answer: 'Pas de réponse',
    voicemail: 'Messagerie',
    busy: 'Occupé',
    wrong_number: 'Mauvais numéro',
  },
  expiry: {
    openUntil: (when) => `Expire ${when}`,
    hoursLeft: (hours) => `Expire dans ${hours} ${hours < 2 ? 'heure' : 'heures'}`,
    minutesLeft: (minutes) => `Expire dans ${minutes} ${minutes < 2 ? 'minute' : 'minutes'}`,
  },
  when: {
    today: (time) => `aujourd’hui à ${time}`,
    yesterday: (time) => `hier à ${time}`,
    tomorrow: (time) => `demain à ${time}`,
    onWeekday: (day, time) => `${day} à ${time}`,
    onDate: (date, time) => `le ${date} à ${time}`,
  },
  preferredTimes: {
    anyDay: 'n’importe quel jour',
    anyTime: 'à toute heure',
    comma: ', ',
    semicolon: ' ; ',
    and: (first, last) => `${first} et ${last}`,
    window: (days, hours) => `${days}, ${hours}`,
    named: (time, hours) => `${time.toLowerCase()} (${hours})`,
    inZone: (preferredTimes, zone) => `${preferredTimes}, ${zone}`,
    yourTime: (yours, theirs) => `${yours} à votre heure (${theirs})`,
  },
  fieldErrors: {
    phoneMissing: 'Indiquez votre numéro de téléphone.',
    nameMissing: 'Indiquez votre nom.',
    tooLong: (max) => `${max} caractères au maximum.`,
    unreadable: 'Ce texte contient des caractères que nous ne pouvons pas afficher. Saisissez-le à nouveau.',
    refused: 'Nous ne pouvons pas accepter cette valeur. Essayez autre chose.',
  },
  notices: {
    withdrawn: 'Demande retirée',
    edited: 'Demande mise à jour',
    acknowledged: 'L’acheteur est prévenu et attend votre appel.',
    completed: 'Marquée comme terminée',
    declined: 'Demande refusée. Nous avons prévenu l’acheteur.',
    attemptLogged: (outcome) => `Noté : ${outcome.toLowerCase()}.`,
  },
};
