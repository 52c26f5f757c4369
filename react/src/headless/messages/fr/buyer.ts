/** French: the form, and a request as its buyer sees it. */
import type { BuyerWords } from '../en/buyer.ts';

export const buyer: BuyerWords = {
  form: {
    phone: 'Numéro de téléphone',
    region: 'Pays',
    chooseCountry: 'Choisissez un pays',
    name: 'Votre nom',
    reason: 'De quoi s’agit-il ?',
    noReason: 'Aucun motif particulier',
    preferredTimes: 'Quand vous appeler ?',
    anyDay: 'N’importe quel jour',
    days: 'Jours',
    time: 'Moment de la journée',
    priority: 'Quelle est la priorité ?',
    message: 'Message',
    optional: 'facultatif',
    send: 'Demander un rappel',
    sending: 'Envoi en cours…',
    charactersLeft: (count) => `${count} ${count < 2 ? 'caractère restant' : 'caractères restants'}`,
    charactersOver: (count) => `${count} ${count < 2 ? 'caractère' : 'caractères'} de trop`,
    zoneNote: (zone) => `Les heures sont celles de votre fuseau horaire : ${zone}.`,
    offline: 'Vous êtes hors ligne. Votre saisie est conservée. Envoyez-la une fois la connexion rétablie.',
    consentUnread: 'Lisez le texte au-dessus du bouton, puis envoyez votre demande.',
    askForReview: 'Demander un examen',
    notAccepted: {
      requester_phone: 'Nous n’avons pas pu accepter ce numéro. Indiquez votre propre numéro.',
      message: 'Trop de vendeurs ont reçu ce message. Écrivez à chaque vendeur à propos de son annonce.',
    },
    reasonHint: 'Un motif précis obtient une réponse plus vite.',
    daysHint: 'Choisissez des moments où vous pouvez répondre. Ne cochez rien si tous les jours conviennent.',
    privacy: (seller) =>
      `Votre numéro n’est visible que par ${seller || 'le vendeur'}, et seulement tant que votre demande est en cours.`,
    verified: 'Vendeur vérifié',
    urgentNeedsTrust: 'Ici, les demandes urgentes sont réservées aux acheteurs vérifiés.',
    urgentLeft: (count) =>
      count === 0
        ? 'Vous ne pouvez pas avoir plus de demandes urgentes en cours. Retirez-en une ou choisissez une autre priorité.'
        : `Vous pouvez encore envoyer ${count} ${count === 1 ? 'demande urgente' : 'demandes urgentes'}.`,
  },
  edit: {
    open: 'Modifier la demande',
    title: 'Modifier la demande',
    send: 'Enregistrer les modifications',
    sending: 'Enregistrement…',
    cancel: 'Annuler les modifications',
    over: 'Cette demande est terminée et ne peut plus être modifiée. Votre saisie est toujours là.',
  },
  summary: {
    requested: 'Demande envoyée',
    acknowledged: 'Vue par le vendeur',
    withdraw: 'Retirer la demande',
    tried: (seller, outcome, when) =>
      `${seller || 'Le vendeur'} a essayé de vous joindre ${when} (${outcome.toLowerCase()}).`,
    nextTry: (when) => `Nouvel essai prévu ${when}.`,
    callUntil: (when) => `Dernier délai pour un nouvel essai : ${when}.`,
    paused: (seller) =>
      `Le numéro indiqué n’est pas le bon. Corrigez-le pour que ${seller || 'le vendeur'} puisse vous appeler.`,
    extendQuestion: 'Vous ne vous êtes pas encore parlé. Prolonger votre demande ou la retirer ?',
    extend: 'Prolonger',
    completedAt: (when) => `Le vendeur a marqué l’appel comme effectué ${when}.`,
    again: 'Demander un autre rappel',
    againNow: 'Vous pouvez demander un autre rappel.',
    againAt: (when) => `Vous pourrez demander un autre rappel dès ${when}.`,
  },
  confirmation: {
    question: 'Vous êtes-vous parlé ?',
    talked: 'Oui, nous nous sommes parlé',
    not_called: 'Personne n’a appelé',
    wrong_person: 'Mauvaise personne',
    rating: 'Comment s’est passé l’appel ? (facultatif)',
    stars: (rating) => `${rating} sur 5`,
    until: (when) => `Dernier délai pour modifier votre réponse : ${when}.`,
  },
  profileOffer: {
    question: (phone) => `Utiliser aussi le ${phone} dans votre profil ?`,
    accept: 'Mettre à jour mon profil',
    dismiss: 'Pas maintenant',
    done: 'Profil mis à jour',
    failed: 'La mise à jour de votre profil a échoué. Réessayez.',
  },
};
