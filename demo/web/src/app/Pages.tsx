/** Which page is shown at which address. What only some people need is loaded when they come to it. */
import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { ListingPage } from '../listings/ListingPage.tsx';
import { ListingsPage } from '../listings/ListingsPage.tsx';
import { PeoplePage } from '../people/PeoplePage.tsx';
import { lazyPage } from '../ui/lazyPage.ts';
import { Missing } from '../ui/Missing.tsx';
import { Loading } from '../ui/states.tsx';
import { SignedIn } from './SignedIn.tsx';

const RequestsPage = lazyPage(() => import('../requests/RequestsPage.tsx'));
const RequestPage = lazyPage(() => import('../requests/RequestPage.tsx'));
const DeskPage = lazyPage(() => import('../desk/DeskPage.tsx'));
const NotificationsPage = lazyPage(() => import('../notifications/NotificationsPage.tsx'));
const PreferencesPage = lazyPage(() => import('../preferences/PreferencesPage.tsx'));

export function Pages() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/" component={ListingsPage} />
        <Route path="/listings/:id">{({ id }) => <ListingPage key={id} id={id} />}</Route>
        <Route path="/people">
          <PeoplePage />
        </Route>
        <Route path="/requests">
          <SignedIn>
            <RequestsPage />
          </SignedIn>
        </Route>
        <Route path="/requests/:id">
          {({ id }) => (
            <SignedIn>
              <RequestPage key={id} id={id} />
            </SignedIn>
          )}
        </Route>
        <Route path="/desk/:view?">
          {({ view }) => (
            <SignedIn>
              <DeskPage view={view} />
            </SignedIn>
          )}
        </Route>
        <Route path="/notifications">
          <SignedIn>
            <NotificationsPage />
          </SignedIn>
        </Route>
        <Route path="/preferences">
          <SignedIn>
            <PreferencesPage />
          </SignedIn>
        </Route>
        <Route>
          <Missing />
        </Route>
      </Switch>
    </Suspense>
  );
}
