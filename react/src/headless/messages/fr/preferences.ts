/** French: the notification settings. */
import type { PreferencesWords } from '../en/preferences.ts';

export const preferences: PreferencesWords = {
  preferences: {
    what: 'M’envoyer',
    noChannels: 'Sur ce site, les notifications s’affichent uniquement sous la cloche.',
    channels: { email: 'E-mail', push: 'Push', sms: 'SMS' },
    sms: (phone) =>
      `Nous envoyons des SMS pour les demandes urgentes uniquement, au ${phone} (de votre profil).`,
    smsNoPhone: 'Ajoutez un numéro de téléphone à votre profil pour recevoir des SMS.',
    smsUrgentOnly: 'Nous envoyons des SMS pour les demandes urgentes uniquement.',
    language: 'Langue des messages',
    profile: 'Comme mon profil',
    requestsFrom: {
      title: 'Qui peut vous demander un rappel',
      options: {
        everyone: 'Tout le monde',
        trusted_for_urgent: 'Tout le monde, mais les demandes urgentes des acheteurs vérifiés seulement',
        trusted: 'Les acheteurs vérifiés seulement',
        nobody: 'Personne pour le moment',
      },
    },
  },
  pushHere: {
    title: 'Notifications push dans ce navigateur',
    checking: 'Vérification…',
    asking: 'Autorisez les notifications quand votre navigateur le demande.',
    on: 'Activées. Vous recevez des notifications même quand ce site est fermé.',
    off: 'Désactivées. Vous ne recevez pas de notifications quand ce site est fermé.',
    denied:
      'Bloquées. Autorisez les notifications de ce site dans les paramètres du navigateur, puis revenez ici.',
    unsupported:
      'Non disponibles dans ce navigateur. Il faut HTTPS ou localhost. Sur un iPhone, ajoutez d’abord ce site à l’écran d’accueil.',
    turnOn: 'Activer',
    turnOff: 'Désactiver',
    service:
      'Les notifications push passent par le service de l’éditeur du navigateur (Google, Mozilla, Apple ou Microsoft) : il faut donc un accès à Internet.',
    errors: {
      push_service_failed:
        'Impossible de joindre le service push de votre navigateur. Les fenêtres privées n’en ont pas. Sinon, vérifiez que vous êtes en ligne et que votre navigateur autorise les notifications push, puis réessayez.',
      worker_failed: 'Impossible d’activer les notifications push. Rechargez la page et réessayez.',
    },
  },
  devices: {
    title: 'Vos appareils',
    none: 'Aucun appareil pour l’instant. Activez les notifications push dans un navigateur pour le voir ici.',
    phone: 'Téléphone',
    browser: 'Navigateur',
    other: 'Appareil',
    since: (when) => `Depuis : ${when}`,
    remove: 'Retirer',
    removeOf: (name) => `Retirer : ${name}`,
  },
  quietHours: {
    title: 'Heures calmes',
    hint: 'Nous gardons les messages jusqu’à la fin des heures calmes et n’envoyons pas ce que vous avez déjà lu.',
    enabled: 'Activer les heures calmes',
    from: 'De',
    until: 'À',
    zone: 'Fuseau horaire',
    searchZone: 'Rechercher un fuseau horaire',
    urgent: 'Laisser passer les demandes urgentes',
    save: 'Enregistrer',
    saved: 'Enregistré',
    missing: 'Indiquez une heure, par exemple 22:00.',
    same: 'Indiquez une heure de fin différente du début.',
  },
};
