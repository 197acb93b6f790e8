export { GuestsPage } from './list/GuestsPage';
export { GuestPage } from './page/GuestPage';
