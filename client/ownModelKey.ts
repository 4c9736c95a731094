/** The key under which the editor remembers to which model the reporter agreed, by folder. */
export const CONSENTS = 'copydesk.ownModels';
