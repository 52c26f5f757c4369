/** German: confirming a number by the code that was texted to it. */
import type { CodeWords } from '../en/code.ts';

export const code: CodeWords = {
  code: {
    title: 'Nummer bestätigen',
    sent: (phone) =>
      `Wir haben einen sechsstelligen Code per SMS an ${phone || 'Ihre Nummer'} gesendet. Geben Sie ihn ein, um die Anfrage zu senden.`,
    label: 'Code',
    validUntil: (time) => `Gültig bis ${time}`,
    confirm: 'Bestätigen',
    confirming: 'Wird bestätigt …',
    confirmed: 'Nummer bestätigt. Ihre Anfrage wurde gesendet.',
    resend: 'Neuen Code senden',
    resendIn: (seconds) => `In ${seconds} s können Sie einen neuen Code anfordern.`,
    resent: 'Wir haben einen neuen Code gesendet.',
    noMore: 'Wir haben drei Codes gesendet. Prüfen Sie die Nummer.',
    changeNumber: 'Nummer ändern',
  },
  codeErrors: {
    format: 'Geben Sie die sechs Ziffern aus der SMS ein.',
    wrong: (left) =>
      left === 0
        ? 'Dieser Code ist falsch, und das war der letzte Versuch. Fordern Sie einen neuen Code an.'
        : `Dieser Code ist falsch. Sie haben noch ${left} ${left === 1 ? 'Versuch' : 'Versuche'}.`,
    no_tries_left: 'Zu viele falsche Codes. Fordern Sie einen neuen Code an.',
    code_expired: 'Dieser Code ist abgelaufen. Fordern Sie einen neuen Code an.',
    ended: 'Sie haben nicht rechtzeitig bestätigt. Stellen Sie eine neue Anfrage.',
    conflict: 'Diese Anfrage kann nicht mehr gesendet werden. Vielleicht gibt es das Angebot nicht mehr.',
    code_resend:
      'Wir haben gerade einen Code gesendet. Warten Sie eine halbe Minute, bevor Sie einen neuen anfordern.',
  },
};
