export { AccessAction } from './accessAction';
export { accessColumn, isContactList } from './accessColumn';
export { AccessDialogHost } from './AccessDialogHost';
export { ViewersPanel } from './viewersPanel';
