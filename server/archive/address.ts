import { readFile } from 'node:fs/promises';
import { UnreadableError } from '../workspace/workspace.js';

/** The place of a database and how to reach it. The password comes from elsewhere. */
export interface DatabaseAddress {
  /** A host name, or the folder of a socket on this machine. */
  readonly host: string;
  readonly port: number | undefined;
  readonly user: string | undefined;
  readonly database: string;
  /** True if the server is on this machine, so that nothing crosses a network. */
  readonly isLocal: boolean;
  /** A file with the certificates that may have signed the server's; the system's if absent. */
  readonly certificates: string | undefined;
}

/**
 * Reads an address such as “postgresql://anna@archive.example.org/archive”. A password in it is
 * refused, because command lines and settings are not secret. Throws an `UnreadableError` that
 * names the problem.
 */
export function readAddress(text: string): DatabaseAddress {
  const url = urlOf(text);
  if (url === undefined || !/^postgres(?:ql)?:$/u.test(url.protocol)) {
    throw new UnreadableError(
      `“${withoutPassword(text)}” is not the address of a PostgreSQL database: write postgresql://USER@HOST/DATABASE`,
    );
  }
  if (url.password !== '') {
    throw new UnreadableError(
      'the address of the database contains a password: put it in the file that PGPASSFILE names instead',
    );
  }
  const unknown = [...url.searchParams.keys()].find((name) => !PARAMETERS.has(name));
  if (unknown !== undefined) {
    throw new UnreadableError(
      `the address of the database has the parameter “${unknown}”: only ${[...PARAMETERS].join(' and ')} are used, and the connection is always encrypted and verified unless the host is this machine`,
    );
  }
  const database = decoded(url.pathname.slice(1));
  if (database === '') {
    throw new UnreadableError(
      'the address of the database does not name one: write postgresql://USER@HOST/DATABASE',
    );
  }
  const host = url.searchParams.get('host') ?? (decoded(url.hostname) || 'localhost');
  return {
    host,
    port: url.port === '' ? undefined : Number(url.port),
    user: url.username === '' ? undefined : decoded(url.username),
    database,
    isLocal: host.startsWith('/') || LOOPBACK.test(host),
    certificates: url.searchParams.get('sslrootcert') ?? undefined,
  };
}

const PARAMETERS: ReadonlySet<string> = new Set(['host', 'sslrootcert']);

/** The names and addresses by which a machine reaches itself, whatever a name server answers. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/u;

/** The options of an encrypted connection; `false` on this machine. Rejects with an `UnreadableError`. */
export async function encryptionFor({
  isLocal,
  certificates,
}: DatabaseAddress): Promise<false | { readonly rejectUnauthorized: true; readonly ca?: string }> {
  if (isLocal) return false;
  if (certificates === undefined) return { rejectUnauthorized: true };
  try {
    return { rejectUnauthorized: true, ca: await readFile(certificates, 'utf8') };
  } catch {
    throw new UnreadableError(
      `the certificates in ${certificates}, which the address of the database names, cannot be read`,
    );
  }
}

function urlOf(text: string): URL | undefined {
  try {
    // A URL with a user needs a host; a socket has none.
    return new URL(text.replace(/^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)\//u, '$1localhost/'));
  } catch {
    return undefined;
  }
}

function withoutPassword(text: string): string {
  return text.replace(/:[^:@/]*@/u, ':…@');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
