import { failure, type Feature, type Strapi } from '../../kernel';
import { endpoints } from './endpoints';
import { reloadSettings, seedSettings } from './store';

export { isFreeMailHost, isUnencrypted } from './cautions';
export { provideMailTextCheck, type MailTextFault } from './mail-texts';
export { toDomainRule } from './joining';
export { namingFieldOf } from './names';
export { changeSettings, getSettings, reloadSettings } from './store';
export { CONTACT, faultsOf, GUEST, isOfferable, soundPart } from './rules';

/** A route of ours that is not there while its switch is off (O1). */
export const featureOff = () => failure('feature_off', 'Not Found');

/** 404 while the switch *contacts* is off (O1), also where another instance has put it there. */
export const requireContacts = async (strapi: Strapi): Promise<void> => {
  if (!(await reloadSettings(strapi)).contacts) throw featureOff();
};

/** 404 while the switch *guests* is off (O1), also where another instance has put it there. */
export const requireGuests = async (strapi: Strapi): Promise<void> => {
  if (!(await reloadSettings(strapi)).guests) throw featureOff();
};

export const settings: Feature = { name: 'settings', endpoints, bootstrap: seedSettings };
