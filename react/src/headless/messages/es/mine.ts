/** Spanish: the buyer's requests. */
import type { MineWords } from '../en/mine.ts';

export const mine: MineWords = {
  mine: {
    label: 'Mis solicitudes de llamada',
    none: 'Todavía no has pedido ninguna llamada.',
    noneHere: 'No hay solicitudes con este estado',
    fresh: (count, shown) => (count === 1 ? '1 nueva' : `${shown} nuevas`),
    showHistory: 'Mostrar historial',
    hideHistory: 'Ocultar historial',
  },
};
