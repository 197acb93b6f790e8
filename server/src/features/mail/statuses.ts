/** `cancelled`: what it was about is gone or no longer wants it. `expired`: it would have come too late to be of use. */
export const mailMessageStatuses = ['queued', 'sent', 'failed', 'expired', 'cancelled'] as const;
export type MailMessageStatus = (typeof mailMessageStatuses)[number];
