/**
 * The environment variable of the server with the address of the newsroom's archive. It is not a
 * setting that the server requests, because in some editors a folder can set those, and a folder
 * must not redirect queries.
 */
export const ARCHIVE_VARIABLE = 'COPYDESK_ARCHIVE';

/** The variable with the password, which messages would show in a log of them. */
export const ARCHIVE_PASSWORD_VARIABLE = 'COPYDESK_ARCHIVE_PASSWORD';

/** The data that leaves the machine, in the words that ask for consent. `server` is a host name. */
export function whatLeavesFor(server: string): string {
  return `For each claim and quotation of a draft that your sources do not answer, its names, content words and figures, at most 40 words, are sent to your newsroom’s server ${server} and nowhere else. Neither the draft itself nor anything of your sources is sent. What the server finds is compared on this machine.`;
}
