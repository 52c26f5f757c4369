/** French: confirming a number by the code that was texted to it. */
import type { CodeWords } from '../en/code.ts';

export const code: CodeWords = {
  code: {
    title: 'Confirmez votre numéro',
    sent: (phone) =>
      `Nous avons envoyé un code à six chiffres par SMS ${phone ? `au ${phone}` : 'à votre numéro'}. Saisissez-le pour envoyer votre demande.`,
    label: 'Code',
    validUntil: (time) => `Valable jusqu’à ${time}`,
    confirm: 'Confirmer',
    confirming: 'Confirmation…',
    confirmed: 'Numéro confirmé. Votre demande est envoyée.',
    resend: 'Envoyer un nouveau code',
    resendIn: (seconds) => `Nouveau code possible dans ${seconds} s.`,
    resent: 'Nous avons envoyé un nouveau code.',
    noMore: 'Nous avons envoyé trois codes. Vérifiez le numéro.',
    changeNumber: 'Changer de numéro',
  },
  codeErrors: {
    format: 'Saisissez les six chiffres du SMS.',
    wrong: (left) =>
      left === 0
        ? 'Ce code est incorrect, et c’était votre dernière tentative. Demandez un nouveau code.'
        : `Ce code est incorrect. Il vous reste ${left} ${left === 1 ? 'tentative' : 'tentatives'}.`,
    no_tries_left: 'Trop de codes incorrects. Demandez un nouveau code.',
    code_expired: 'Ce code a expiré. Demandez un nouveau code.',
    ended: 'Vous n’avez pas confirmé à temps. Faites une nouvelle demande.',
    conflict: 'Cette demande ne peut plus être envoyée. L’annonce n’existe peut-être plus.',
    code_resend: 'Nous venons d’envoyer un code. Attendez une demi-minute avant d’en demander un autre.',
  },
};
