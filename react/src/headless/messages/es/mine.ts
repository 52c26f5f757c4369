/** Spanish: the buyer's requests. */
import type { MineWords } from '../en/mine.ts';

export const mine: MineWords = {
  mine: {
    label: 'Mis solicitudes de llamada',
    none: 'Todavía no has pedido ninguna llamada.',
    showHistory: 'Mostrar historial',
    hideHistory: 'Ocultar historial',
  },
};
