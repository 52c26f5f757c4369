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
    confirmed: 'Nummer bestätigt. Ihre Anfrage ist gesendet.',
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
        ? 'Dieser Code ist falsch, und das war der letzte Versuch. Senden Sie einen neuen Code.'
        : `Dieser Code ist falsch. Sie haben noch ${left} ${left === 1 ? 'Versuch' : 'Versuche'}.`,
    no_tries_left: 'Zu viele falsche Codes. Senden Sie einen neuen Code.',
    code_expired: 'Dieser Code ist abgelaufen. Senden Sie einen neuen Code.',
  },
};
