export { GuestTrail } from './GuestTrail';
export { TrailPage } from './TrailPage';
