/** Spanish: advice for both sides. */
import type { GuidelinesWords } from '../en/guidelines.ts';

export const guidelines: GuidelinesWords = {
  guidelines: {
    titles: { buyer: 'Consejos para una buena llamada', seller: 'Consejos para devolver llamadas' },
    buyer: [
      'Di qué quieres saber: un motivo concreto recibe respuesta antes.',
      'Elige momentos en los que de verdad puedas contestar.',
      'Reserva «Urgente» para lo que no puede esperar: tienes pocas.',
      'Revisa tu número. Si es incorrecto, no hay llamada.',
      '¿Cambio de planes? Edita o retira la solicitud, para que nadie espere.',
    ],
    seller: [
      'Llama cuando el comprador prefiere: esas solicitudes están marcadas.',
      'Primero las urgentes. La mayoría de los compradores decide en un día.',
      'Anota cada intento y cuándo volverás a probar. El comprador ve ambas cosas.',
      '¿No puedes ayudar? Recházala con un breve motivo antes de que caduque.',
      'Usa el número solo para esta llamada.',
    ],
  },
};
