export { GooglePage } from './google/GooglePage';
export { GoogleSetup } from './google/GoogleSetup';
export { ImportsPage } from './ImportsPage';
export { WizardPage } from './WizardPage';
