export { CompanyField } from './CompanyField';
export { CompanyFilter } from './CompanyFilter';
export { ContactsPage } from './ContactsPage';
