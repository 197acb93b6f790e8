export { actionsFor } from './actions';
export { BulkGuestsDialog, type OnGuests } from './BulkGuestsDialog';
export { BulkGuestsMenu } from './BulkGuestsMenu';
export { NewestOnGuests } from './NewestOnGuests';
