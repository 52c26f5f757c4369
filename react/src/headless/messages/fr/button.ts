/** French: the button on a listing, which loads nothing else at first. */
import type { ButtonWords } from '../en/button.ts';
import { ended } from './ended.ts';

export const button: ButtonWords = {
  language: 'fr',
  button: {
    ask: 'Demander un rappel',
    requested: 'Rappel demandé',
    view: 'Voir la demande',
    retry: 'Réessayer',
    reload: 'Recharger la page',
    signIn: 'Se connecter pour demander un rappel',
    sent: (seller) => `Demande envoyée. Nous avons prévenu ${seller || 'le vendeur'}.`,
    alreadyRequested: 'Vous avez déjà demandé un rappel aujourd’hui. Voici votre demande.',
  },
  dialog: {
    ask: (seller) => `Demander à ${seller || 'ce vendeur'} de vous rappeler`,
    request: 'Votre demande de rappel',
    close: 'Fermer',
    loading: 'Chargement…',
  },
  statusNotes: {
    checking: 'Nous vérifions votre demande avant que le vendeur ne la voie.',
    code: 'Confirmez votre numéro pour envoyer cette demande.',
    pending: 'Le vendeur va vous rappeler.',
    acknowledged: 'Le vendeur a vu votre demande et va vous rappeler.',
    completed: 'Appel effectué',
    expired: 'Le vendeur n’a pas réussi à vous joindre à temps.',
  },
  attemptNotes: {
    tried: (seller) => `${seller || 'Le vendeur'} a essayé de vous joindre.`,
    corrected: (seller) => `${seller || 'Le vendeur'} a votre nouveau numéro.`,
    paused: 'Le numéro indiqué est erroné. Corrigez-le pour que le vendeur puisse vous appeler.',
  },
  endings: {
    seller: ended('Le vendeur a refusé cette demande'),
    buyer: ended('Vous avez retiré cette demande'),
    operator: ended('La place de marché a clôturé cette demande'),
    system: ended('Cette demande a été clôturée automatiquement'),
    other: ended('Cette demande est clôturée'),
  },
  errors: {
    unauthenticated: 'Connectez-vous pour continuer.',
    forbidden: 'Votre profil ne le permet pas. Complétez-le ou réactivez-le d’abord.',
    not_found: 'Cette demande n’existe plus.',
    invalid_input: 'Vérifiez votre saisie et réessayez.',
    invalid_phone: 'Ce numéro de téléphone ne semble pas valide. Vérifiez les chiffres ou changez de pays.',
    phone_not_allowed:
      'Nous ne pouvons pas appeler les numéros surtaxés ou spéciaux. Indiquez un numéro de mobile ou de fixe.',
    listing_unavailable: 'Cette annonce n’est plus disponible.',
    seller_unreachable: 'Ce vendeur ne peut pas rappeler. Envoyez-lui plutôt un message.',
    own_listing: 'C’est votre propre annonce.',
    duplicate_request: 'Vous avez déjà demandé un rappel pour cette annonce aujourd’hui.',
    not_accepted: 'Nous n’avons pas pu accepter cette demande.',
    trust_required: 'Faites vérifier votre compte pour demander un rappel ici.',
    callbacks_off: 'Les demandes de rappel sont suspendues pour le moment. Réessayez plus tard.',
    invalid_transition: 'Cette demande a changé entre-temps.',
    request_expired: 'Cette demande a expiré.',
    rate_limited: 'Trop de demandes. Réessayez plus tard.',
    overloaded: 'Le service est très sollicité. Réessayez dans un instant.',
    network_error: 'Pas de connexion. Vérifiez votre réseau et réessayez.',
    timeout: 'La réponse tarde trop. Vérifiez votre connexion et réessayez.',
    other: 'Un problème est survenu. Réessayez plus tard.',
  },
  limits: {
    open_urgent_requests_per_user:
      'Vous avez atteint la limite de demandes urgentes en cours. Choisissez une autre priorité.',
    requests_per_user_per_day:
      'Vous avez atteint la limite de demandes de rappel pour aujourd’hui. Réessayez demain.',
    requests_per_phone_per_day:
      'Ce numéro a atteint la limite de demandes de rappel pour aujourd’hui. Réessayez demain.',
    requests_per_seller_per_day:
      'Ce vendeur ne peut plus recevoir de demandes aujourd’hui. Réessayez demain.',
  },
};
