/** When a schedule is due, in UTC: at a minute of each hour, or of one hour a day. */
export interface Slots {
  readonly minute: number;
  readonly hour?: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const periodMs = ({ hour }: Slots): number => (hour === undefined ? hourMs : dayMs);
/** How long after the beginning of its hour or day a slot is. */
const offsetMs = ({ minute, hour = 0 }: Slots): number => hour * hourMs + minute * 60_000;

/** The newest slot at or before an instant. A day of UTC has 24 hours, always. */
export const slotBefore = (slots: Slots, at: Date): Date => {
  const [period, offset] = [periodMs(slots), offsetMs(slots)];
  return new Date(Math.floor((at.getTime() - offset) / period) * period + offset);
};

/** The first slot after an instant. */
export const slotAfter = (slots: Slots, at: Date): Date => new Date(slotBefore(slots, at).getTime() + periodMs(slots));

/** How late a slot may begin and not count as missed: lanes were busy, an instance started. */
const lateMsMax = 5 * 60_000;

/** Whether a slot's time is over: the site was down. */
export const isMissed = (slot: Date, at: Date): boolean => at.getTime() - slot.getTime() > lateMsMax;
