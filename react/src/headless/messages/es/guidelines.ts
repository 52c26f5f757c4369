/** Spanish: advice for both sides. */
import type { GuidelinesWords } from '../en/guidelines.ts';

export const guidelines: GuidelinesWords = {
  guidelines: {
    titles: { buyer: 'Consejos para una buena llamada', seller: 'Consejos para devolver llamadas' },
    buyer: [
      'Di qué quieres saber: un motivo concreto recibe respuesta antes.',
      'Elige momentos en los que puedas contestar.',
      'Reserva «Urgente» para lo que no puede esperar: tienes pocas.',
      'Revisa tu número. Si es incorrecto, el vendedor no podrá llamarte.',
      '¿Cambio de planes? Edita o retira tu solicitud para que el vendedor no llame para nada.',
    ],
    seller: [
      'Llama en el horario preferido del comprador: busca «Su hora preferida es ahora».',
      'Primero las urgentes. La mayoría de los compradores decide en un día.',
      'Anota cada intento y cuándo volverás a probar. El comprador ve ambas cosas.',
      '¿No puedes ayudar? Recházala con un breve motivo antes de que caduque.',
      'Usa el número solo para esta llamada.',
    ],
  },
};
