import type { ResponseOf } from '../../../contract/endpoint';
import type { GetFeatures } from '../../../contract/settings';
import { callApi } from './api';

/** The two switches of the settings (O1). */
export type Switches = ResponseOf<typeof GetFeatures>;

const everything: Switches = { contacts: true, guests: true };
let loading: Promise<Switches> | null = null;

/**
 * The switches, asked for once. Where they cannot be loaded all is shown: hiding is a courtesy, the server refuses
 * what is off by itself.
 */
export const loadSwitches = (): Promise<Switches> => {
  loading ??= callApi('GetFeatures').catch(() => {
    loading = null;
    return everything;
  });
  return loading;
};

/** Takes over switches that were just saved. Where they changed the page is loaded anew, as the menu asks only once. */
export const applySwitches = async (saved: Switches): Promise<void> => {
  const before = await loadSwitches();
  if (before.contacts === saved.contacts && before.guests === saved.guests) return;
  window.location.reload();
};

const actionsOf = (...words: string[]): string[] => words.map((word) => `plugin::guest-access.${word}.`);

/** What goes with the guests: their accesses and keys, they themselves, the links by which they come, and what is risky about all that. */
const guestPrefixes = actionsOf('access', 'keys', 'guests', 'invitations', 'posture');

/** What goes with the contacts: all but the settings, where they are switched on again. */
const everyPrefix = [...guestPrefixes, ...actionsOf('contacts', 'jobs', 'activity')];

const hiddenBy = ({ contacts, guests }: Switches): string[] => {
  if (!contacts) return everyPrefix;
  return guests ? [] : guestPrefixes;
};

/**
 * What hides our permissions from everybody while their switch is off, so that menu link, row action, column and buttons go as they
 * do for an editor without the permission.
 */
export const switchedOff = async (actions: readonly string[]): Promise<(action: string) => boolean> => {
  if (!actions.some((action) => action.startsWith('plugin::guest-access.'))) return () => false;
  const hidden = hiddenBy(await loadSwitches());
  return (action) => hidden.some((prefix) => action.startsWith(prefix));
};
