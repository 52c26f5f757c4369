/** Spanish: confirming a number by the code that was texted to it. */
import type { CodeWords } from '../en/code.ts';

export const code: CodeWords = {
  code: {
    title: 'Confirma tu número',
    sent: (phone) =>
      `Hemos enviado un código de seis cifras por SMS ${phone ? `al ${phone}` : 'a tu número'}. Escríbelo para enviar tu solicitud.`,
    label: 'Código',
    validUntil: (time) => `Válido hasta las ${time}`,
    confirm: 'Confirmar',
    confirming: 'Confirmando…',
    confirmed: 'Número confirmado. Tu solicitud se ha enviado.',
    resend: 'Enviar un código nuevo',
    resendIn: (seconds) => `Podrás pedir un código nuevo en ${seconds} s.`,
    resent: 'Hemos enviado un código nuevo.',
    noMore: 'Hemos enviado tres códigos. Comprueba el número.',
    changeNumber: 'Cambiar el número',
  },
  codeErrors: {
    format: 'Escribe las seis cifras del SMS.',
    wrong: (left) =>
      left === 0
        ? 'Ese código no es correcto y era el último intento. Pide un código nuevo.'
        : `Ese código no es correcto. Te ${left === 1 ? 'queda 1 intento' : `quedan ${left} intentos`}.`,
    no_tries_left: 'Demasiados códigos incorrectos. Pide un código nuevo.',
    code_expired: 'Este código ha caducado. Pide un código nuevo.',
    ended: 'No lo has confirmado a tiempo. Haz una nueva solicitud.',
    conflict: 'Esta solicitud ya no se puede enviar. Puede que el anuncio ya no exista.',
    code_resend: 'Acabamos de enviar un código. Espera medio minuto antes de pedir otro.',
  },
};
