export { GuestDialog } from './form/GuestDialog';
export { GuestsFilters } from './GuestsFilters';
export { GuestsList } from './GuestsList';
export { useGuestsPage } from './useGuestsPage';
export { useGuestsQuery } from './useGuestsQuery';
