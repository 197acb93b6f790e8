import { createRoot } from 'react-dom/client';
import { App } from './App';
import { takeFragment } from './session/secretInLink';
import './styles/index.css';

// Before anything else: the key leaves the address bar.
const fragment = takeFragment();

// A page kept in the browser's memory would come back after logging out, with everything that was on it.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});

const root = document.getElementById('portal');
if (root !== null) createRoot(root).render(<App fragment={fragment} />);
