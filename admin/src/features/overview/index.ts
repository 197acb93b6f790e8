export { OverviewWidget } from './OverviewWidget';
