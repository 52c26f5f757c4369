/** Keeps a page that breaks from taking the navigation with it. */
import { Component, type ReactNode } from 'react';
import { useWords } from '../app/settings.tsx';
import { Icon } from './Icon.tsx';

export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { states } = useWords();
  return (
    <div className="empty" role="alert">
      <Icon name="alert" />
      <p>{states.broken}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {states.reload}
      </button>
    </div>
  );
}
