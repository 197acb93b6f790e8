export { ImportsPage } from './ImportsPage';
export { WizardPage } from './WizardPage';
