export { AccessAction } from './accessAction';
export { addAccessColumn } from './accessColumn';
export { AccessDialogHost } from './AccessDialogHost';
