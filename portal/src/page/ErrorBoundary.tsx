import { Component, type ReactNode } from 'react';
import { chooseLocale } from '../language/chooseLocale';
import { translations } from '../language/translations';

interface State {
  readonly crashed: boolean;
}

/** The last resort: a defect of this page shows a sentence and a way on, not an empty window. Needs no provider. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    const locale = chooseLocale({
      chosen: document.documentElement.lang,
      guest: null,
      browser: navigator.languages,
      site: null,
    });
    const texts = translations[locale];
    return (
      <main className="card">
        <h1>{String(texts['problem.crash'])}</h1>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          {String(texts['problem.reload'])}
        </button>
      </main>
    );
  }
}
