/** German: advice for both sides. */
import type { GuidelinesWords } from '../en/guidelines.ts';

export const guidelines: GuidelinesWords = {
  guidelines: {
    titles: { buyer: 'Tipps für einen guten Rückruf', seller: 'Tipps zum Zurückrufen' },
    buyer: [
      'Schreiben Sie, was Sie wissen möchten: Ein konkreter Grund wird schneller beantwortet.',
      'Wählen Sie Zeiten, zu denen Sie abnehmen können.',
      '„Dringend“ nur, wenn es nicht warten kann: Sie haben nur wenige davon.',
      'Prüfen Sie Ihre Nummer. Ist sie falsch, kann der Verkäufer Sie nicht erreichen.',
      'Pläne geändert? Bearbeiten Sie die Anfrage oder ziehen Sie sie zurück, damit der Verkäufer nicht umsonst anruft.',
    ],
    seller: [
      'Rufen Sie zur Wunschzeit an: „Wunschzeit ist jetzt“ markiert diese Anfragen.',
      'Dringende Anfragen zuerst. Die meisten Käufer entscheiden sich innerhalb eines Tages.',
      'Notieren Sie jeden Anrufversuch und wann Sie es wieder versuchen. Der Käufer sieht beides.',
      'Sie können nicht helfen? Lehnen Sie mit einem kurzen Grund ab, statt die Anfrage ablaufen zu lassen.',
      'Verwenden Sie die Nummer nur für diesen Anruf.',
    ],
  },
};
