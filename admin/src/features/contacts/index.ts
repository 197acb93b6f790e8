export { fullName } from './contactName';
export { ContactsPage } from './ContactsPage';
