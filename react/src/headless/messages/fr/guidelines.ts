/** French: advice for both sides. */
import type { GuidelinesWords } from '../en/guidelines.ts';

export const guidelines: GuidelinesWords = {
  guidelines: {
    titles: { buyer: 'Conseils pour un bon rappel', seller: 'Conseils pour rappeler' },
    buyer: [
      'Dites ce que vous voulez savoir : un motif précis obtient une réponse plus vite.',
      'Choisissez des moments où vous pouvez répondre.',
      'Gardez « Urgente » pour ce qui ne peut pas attendre : leur nombre est limité.',
      'Vérifiez votre numéro. S’il est faux, le vendeur ne peut pas vous joindre.',
      'Un changement ? Modifiez ou retirez votre demande pour éviter au vendeur un appel inutile.',
    ],
    seller: [
      'Appelez aux horaires souhaités : repérez « L’horaire souhaité, c’est maintenant ».',
      'Les demandes urgentes d’abord. La plupart des acheteurs décident dans la journée.',
      'Notez chaque tentative et votre prochain essai. L’acheteur voit les deux.',
      'Vous ne pouvez pas aider ? Refusez avec un bref motif plutôt que de laisser expirer.',
      'N’utilisez le numéro que pour cet appel.',
    ],
  },
};
