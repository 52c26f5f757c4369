/** French. */
import type { Texts } from './types.ts';

const about = (listing: string) => (listing ? ` au sujet de « ${listing} »` : '');

export const fr: Texts = {
  language: 'fr',
  direction: 'ltr',
  greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  notifications: {
    new_request: ({ name, listing }) => ({
      title: name ? `${name} demande à être rappelé·e` : 'Une personne demande à être rappelée',
      sentences: [
        `${name || 'Une personne'} aimerait que vous l’appeliez${about(listing)}.`,
        'Ouvrez la demande pour voir le numéro et indiquer que vous avez appelé.',
      ],
    }),
    request_reminder: ({ name, listing }) => ({
      title: name ? `${name} attend votre appel` : 'Une personne attend votre appel',
      sentences: [
        `${name || 'Une personne'} attend toujours votre appel${about(listing)}.`,
        'Si vous ne souhaitez pas appeler, vous pouvez refuser la demande.',
      ],
    }),
    request_acknowledged: ({ name, listing }) => ({
      title: 'Votre demande a été vue',
      sentences: [`${name || 'Le vendeur'} a vu votre demande${about(listing)} et va vous appeler.`],
    }),
    request_completed: ({ name, listing }) => ({
      title: 'Votre rappel est terminé',
      sentences: [`${name || 'Le vendeur'} a indiqué que l’appel${about(listing)} a eu lieu.`],
    }),
    declined: ({ name, listing }) => ({
      title: 'Votre demande a été refusée',
      sentences: [`${name || 'Le vendeur'} ne peut pas vous appeler${about(listing)}.`],
    }),
    withdrawn: ({ name, listing }) => ({
      title: 'Une demande de rappel a été retirée',
      sentences: [
        `${name || 'L’acheteur'} ne demande plus d’appel${about(listing)}. Vous n’avez rien à faire.`,
      ],
    }),
    closed: ({ listing }) => ({
      title: 'Une demande de rappel a été close',
      sentences: [`La place de marché a clos la demande de rappel${about(listing)}.`],
    }),
    expired_for_seller: ({ name, listing }) => ({
      title: 'Une demande de rappel a expiré',
      sentences: [`Le délai pour appeler ${name || 'l’acheteur'}${about(listing)} est écoulé.`],
    }),
    expired_for_buyer: ({ name, listing }) => ({
      title: 'Votre demande de rappel a expiré',
      sentences: [
        `${name || 'Le vendeur'} n’a pas appelé à temps${about(listing)}.`,
        'Si cela vous intéresse encore, vous pouvez faire une nouvelle demande.',
      ],
    }),
  },
  facts: {
    listing: 'Annonce',
    buyer: 'De',
    seller: 'Vendeur',
    when: 'Meilleur moment',
    priority: 'Priorité',
    urgent: 'Urgent',
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
  comma: ', ',
  open: 'Ouvrir la demande',
  footer: 'Vous recevez ce message en raison d’une demande de rappel sur la place de marché.',
  unsubscribe: 'Ne plus recevoir ces e-mails',
  unsubscribing: {
    title: 'Ne plus recevoir d’e-mails sur les demandes de rappel',
    question: 'Vous verrez toujours tout dans l’application. Arrêter les e-mails ?',
    confirm: 'Arrêter les e-mails',
    done: 'C’est fait. Vous ne recevrez plus d’e-mails sur les demandes de rappel.',
    unknown: 'Ce lien n’est pas valable, ou ne l’est plus.',
  },
};
