/** French. A no-break space stands before ? ! : ; and inside « ». */
import type { MailTexts, Moment, NotificationMessages, NotificationNames, SmsTexts } from './types.ts';

const about = (listing: string) => (listing ? ` au sujet de « ${listing} »` : '');
const at = (moment?: Moment) => (moment ? `${moment.day && ` le ${moment.day}`} à ${moment.time}` : '');
const because = (reason?: string) => (reason ? ` Motif : « ${reason} ».` : '');
const OUTCOMES: Record<string, string> = {
  no_answer: 'pas de réponse',
  voicemail: 'messagerie vocale',
  busy: 'ligne occupée',
};
const ended = (outcome = '') => (OUTCOMES[outcome] ? ` (${OUTCOMES[outcome]})` : '');

export const notifications: NotificationMessages = {
  new_request: ({ name, listing }) => ({
    title: name ? `Nouvelle demande de rappel : ${name}` : 'Nouvelle demande de rappel',
    message: `${name || 'Un acheteur'} souhaite que vous l’appeliez${about(listing)}.`,
    next: 'Ouvrez la demande pour voir le numéro de téléphone et noter votre appel.',
  }),
  request_reminder: ({ name, listing }) => ({
    title: `Relance : ${name || 'un acheteur'} attend votre appel`,
    message: `${name || 'Un acheteur'} attend toujours votre appel${about(listing)}.`,
    next: 'Si vous ne souhaitez pas appeler, vous pouvez refuser la demande.',
  }),
  request_acknowledged: ({ name, listing }) => ({
    title: `${name || 'Le vendeur'} va vous rappeler`,
    message: `${name || 'Le vendeur'} a vu votre demande${about(listing)} et va vous rappeler.`,
  }),
  call_attempted: ({ name, listing, outcome, attemptedAt, nextAttemptAt }) => ({
    title: `${name || 'Le vendeur'} a essayé de vous joindre${at(attemptedAt)}`,
    message: `${name || 'Le vendeur'} a essayé de vous joindre${at(attemptedAt)}${about(listing)}${ended(outcome)}${nextAttemptAt ? ` et prévoit de réessayer${at(nextAttemptAt)}` : ''}.`,
    next: 'Si votre numéro ou vos horaires ont changé, vous pouvez modifier la demande.',
  }),
  wrong_number: ({ name, listing }) => ({
    title: 'Votre numéro de téléphone est erroné',
    message: `${name || 'Le vendeur'} a essayé de vous appeler${about(listing)}, mais le numéro était erroné.`,
    next: 'Modifiez la demande pour indiquer le bon numéro. D’ici là, le vendeur ne peut pas vous appeler.',
  }),
  request_edited: ({ name, listing, fields }) => ({
    title: name ? `${name} a modifié sa demande de rappel` : 'Demande de rappel modifiée',
    message: fields?.includes('requester_phone')
      ? `${name || 'L’acheteur'} a indiqué un nouveau numéro pour sa demande de rappel${about(listing)}.`
      : `${name || 'L’acheteur'} a modifié sa demande de rappel${about(listing)}.`,
    next: 'Ouvrez la demande pour voir ce qui a changé.',
  }),
  request_extended: ({ name, listing, expiresAt }) => ({
    title: name ? `${name} a prolongé sa demande de rappel` : 'Demande de rappel prolongée',
    message: `${name || 'L’acheteur'} a prolongé sa demande de rappel${about(listing)}.`,
    next: `Vous pouvez appeler${expiresAt ? ` jusqu’à son expiration${at(expiresAt)}` : ''}.`,
  }),
  expiring_for_seller: ({ name, listing, expiresAt }) => ({
    title: 'Une demande de rappel expire bientôt',
    message: `La demande de rappel${name && ` envoyée par ${name}`}${about(listing)} expire${at(expiresAt) || ' bientôt'}.`,
    next: 'Appelez avant, ou refusez la demande.',
  }),
  expiring_for_buyer: ({ name, listing, expiresAt }) => ({
    title: 'Votre demande de rappel expire bientôt',
    message: `${name || 'Le vendeur'} n’a pas encore réussi à vous joindre${about(listing)}, et votre demande expire${at(expiresAt) || ' bientôt'}.`,
    next: 'Vous pouvez prolonger la demande ou la retirer.',
  }),
  request_completed: ({ name, listing }) => ({
    title: 'Rappel effectué',
    message: `${name || 'Le vendeur'} a marqué l’appel${about(listing)} comme effectué.`,
    next: 'Vous êtes-vous parlé ? Ouvrez la demande et dites-le-nous.',
  }),
  contradicted: ({ name, listing }) => ({
    title: `${name || 'Un acheteur'} indique que vous ne vous êtes pas parlé`,
    message: `${name || 'L’acheteur'} a répondu ne pas avoir reçu votre appel${about(listing)}.`,
    next: 'Si c’est une erreur, l’acheteur peut modifier sa réponse pendant deux semaines après l’appel.',
  }),
  contradiction_withdrawn: ({ name, listing }) => ({
    title: `${name || 'L’acheteur'} a confirmé votre appel`,
    message: `${name || 'L’acheteur'} a modifié sa réponse : vous vous êtes bien parlé${about(listing)}.`,
  }),
  declined: ({ name, listing, reason }) => ({
    title: name ? `${name} a refusé votre demande de rappel` : 'Votre demande de rappel a été refusée',
    message: `${name || 'Le vendeur'} ne peut pas vous rappeler${about(listing)}.${because(reason)}`,
  }),
  withdrawn: ({ name, listing, reason }) => ({
    title: name ? `${name} a retiré sa demande de rappel` : 'Demande de rappel retirée',
    message: `${name || 'L’acheteur'} n’attend plus votre appel${about(listing)}.${because(reason)}`,
    next: 'Vous n’avez rien à faire.',
  }),
  closed: ({ listing, reason }) => ({
    title: 'Demande de rappel clôturée',
    message: `La place de marché a clôturé la demande de rappel${about(listing)}.${because(reason)}`,
  }),
  expired_for_seller: ({ name, listing }) => ({
    title: 'Demande de rappel expirée',
    message: `La demande de rappel${name && ` envoyée par ${name}`}${about(listing)} a expiré.`,
  }),
  expired_for_buyer: ({ name, listing }) => ({
    title: 'Votre demande de rappel a expiré',
    message: `${name || 'Le vendeur'} n’a pas réussi à vous joindre à temps${about(listing)}.`,
    next: 'Cela vous intéresse toujours ? Vous pouvez demander un nouveau rappel.',
  }),
};

export const notificationNames: NotificationNames = {
  new_request: 'Nouvelle demande de rappel',
  request_acknowledged: 'Le vendeur va vous rappeler',
  call_attempted: 'Le vendeur a essayé de vous joindre',
  wrong_number: 'Votre numéro de téléphone est erroné',
  request_edited: 'Demande de rappel modifiée',
  request_extended: 'Demande de rappel prolongée',
  request_expiring: 'Demande de rappel bientôt expirée',
  request_completed: 'Rappel effectué',
  request_cancelled: 'Demande de rappel refusée ou retirée',
  request_reminder: 'Relance : un acheteur attend votre appel',
  request_expired: 'Demande de rappel expirée',
  completion_contradicted: 'Un acheteur indique que vous ne vous êtes pas parlé',
};

export const mail: MailTexts = {
  language: 'fr',
  direction: 'ltr',
  greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  labels: {
    listing: 'Annonce',
    price: 'Prix',
    buyer: 'Acheteur',
    seller: 'Vendeur',
    phone: 'Votre numéro',
    reason: 'Sujet',
    when: 'Horaires souhaités',
    priority: 'Priorité',
    urgent: 'Urgente',
    expires: 'Expire',
  },
  reasons: {
    general_inquiry: 'Question générale',
    price_negotiation: 'Prix',
    product_details: 'Détails de l’article',
    availability_check: 'Toujours disponible ?',
    meetup_arrangement: 'Organiser une rencontre',
    other: 'Autre',
  },
  days: {
    Monday: 'lundi',
    Tuesday: 'mardi',
    Wednesday: 'mercredi',
    Thursday: 'jeudi',
    Friday: 'vendredi',
    Saturday: 'samedi',
    Sunday: 'dimanche',
  },
  times: { morning: 'le matin', afternoon: 'l’après-midi', evening: 'le soir' },
  inTwoZones: ({ here, there, zone }) => `${here} chez vous (${there}, ${zone})`,
  comma: ', ',
  messages: { buyer: 'Message de l’acheteur :', own: 'Votre message :' },
  open: 'Voir la demande',
  footer: (marketplace) => `Vous recevez ce message à la suite d’une demande de rappel sur ${marketplace}.`,
  unsubscribe: 'Vous désabonner ou choisir vos e-mails',
  mailSettings: {
    title: 'E-mails sur les demandes de rappel',
    intro: 'Vous verrez toujours tout dans l’application.',
    types: 'M’envoyer un e-mail pour',
    save: 'Enregistrer',
    saved: 'C’est enregistré.',
    stopAll: 'Ne plus recevoir aucun de ces e-mails',
    stopped: 'C’est fait. Vous ne recevrez plus d’e-mails sur les demandes de rappel.',
    startAll: 'Réactiver tous les e-mails',
    unknown: 'Ce lien n’est pas valide ou a expiré.',
    withdraw: 'Arrêter les appels et les messages',
    withdrawHint: 'Retire vos demandes de rappel en cours et désactive tous les messages.',
    withdrawn:
      'C’est fait. Vos demandes en cours sont retirées et vous ne recevrez plus de messages sur les demandes de rappel.',
  },
};

export const sms: SmsTexts = {
  help: (marketplace) =>
    `${marketplace} : SMS pour les demandes de rappel urgentes. Répondez STOP pour ne plus en recevoir, START pour en recevoir à nouveau.`,
  code: (code, marketplace) =>
    `${code} est votre code ${marketplace} pour demander un rappel. Ne le communiquez pas. Valable 5 minutes.`,
};
