/** Keeps a page that breaks from taking the navigation with it: another page, or another attempt, starts afresh. */
import { useOnlineStatus } from '@ringback/react';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { Icon } from './Icon.tsx';
import { retryFailedPages } from './lazyPage.ts';

export function ErrorBoundary({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  return <Boundary path={path}>{children}</Boundary>;
}

class Boundary extends Component<{ path: string; children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidUpdate({ path }: { path: string }) {
    if (this.state.isBroken && path !== this.props.path) this.retry();
  }

  retry = () => {
    retryFailedPages();
    this.setState({ isBroken: false });
  };

  override render() {
    return this.state.isBroken ? <Broken retry={this.retry} /> : this.props.children;
  }
}

/** Some browsers keep a failure to load a page's file until they load everything again. */
function Broken({ retry }: { retry: () => void }) {
  const { states } = useWords();
  const isOnline = useOnlineStatus();
  return (
    <div className="empty" role="alert">
      <Icon name={isOnline ? 'alert' : 'offline'} />
      <p>{isOnline ? states.broken : states.notLoaded}</p>
      <p className="empty-actions">
        <button type="button" className="button" onClick={retry}>
          {states.retry}
        </button>{' '}
        <button type="button" className="button" onClick={() => location.reload()}>
          {states.reload}
        </button>
      </p>
    </div>
  );
}
