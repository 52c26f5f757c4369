/** The address of the audit, with its filters. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { consoleRoute } from '../app/root.tsx';
import { param, searchOf } from '../ui/search.ts';

export const auditRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/audit',
  validateSearch: searchOf({
    search: param.text(),
    operator: param.text(),
    action: param.text(),
    subject: param.text(),
    from: param.day(),
    to: param.day(),
  }),
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
});
