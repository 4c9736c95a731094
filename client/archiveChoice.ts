import { ARCHIVE_PASSWORD_VARIABLE, ARCHIVE_VARIABLE } from '../protocol/archive.js';

/** The parts of the editor that the choice of an archive uses. */
export interface ArchiveChoiceHost {
  /** The address in the reporter's settings, which no folder can set; empty if there is none. */
  readonly address: () => string;
  /** False in a folder that the reporter has not trusted. */
  readonly isTrusted: () => boolean;
  /** The server to which the reporter has agreed to send words. */
  readonly agreed: () => string | undefined;
  readonly rememberAgreement: (server: string) => PromiseLike<void>;
  /** Shows what is sent to a server; resolves to true if the reporter agrees. */
  readonly ask: (server: string) => PromiseLike<boolean>;
  /** The password that is stored for an address. */
  readonly password: (address: string) => PromiseLike<string | undefined>;
  /** Starts the language server again, with another environment. */
  readonly restart: () => void;
}

/** The environment variables that name an archive to the language server. */
export type ArchiveEnvironment = Readonly<Record<string, string>>;

/**
 * Decides which archive the language server is started with: the one in the reporter's settings, in
 * a trusted folder, once the reporter has agreed to what is sent to its server.
 */
export class ArchiveChoice {
  readonly #host: ArchiveChoiceHost;
  #environment: ArchiveEnvironment = {};
  #isAsking = false;
  /** The servers to which the reporter did not agree in this session. */
  readonly #refused = new Set<string>();

  constructor(host: ArchiveChoiceHost) {
    this.#host = host;
  }

  /** The environment of the server that was started last; empty for no archive. */
  get environment(): ArchiveEnvironment {
    return this.#environment;
  }

  /** Call before the server is started. Rejects if the editor does not return the password. */
  async load(): Promise<void> {
    this.#environment = await this.#wanted();
  }

  /** Call at the start and whenever something may have changed. Rejects if the editor refuses to store the answer. */
  async update(): Promise<void> {
    await this.#askOnce();
    const wanted = await this.#wanted();
    if (isSame(wanted, this.#environment)) return;
    this.#environment = wanted;
    this.#host.restart();
  }

  async #askOnce(): Promise<void> {
    const host = this.#host;
    const server = serverOf(host.address());
    const isOpen =
      server !== undefined &&
      host.isTrusted() &&
      host.agreed() !== server &&
      !this.#refused.has(server);
    if (!isOpen || this.#isAsking) return;
    this.#isAsking = true;
    try {
      if (await host.ask(server)) await host.rememberAgreement(server);
      else this.#refused.add(server);
    } finally {
      this.#isAsking = false;
    }
    // The address may have changed while the question was open.
    await this.#askOnce();
  }

  async #wanted(): Promise<ArchiveEnvironment> {
    const host = this.#host;
    const address = host.address();
    const server = serverOf(address);
    if (server === undefined || !host.isTrusted() || host.agreed() !== server) return {};
    const password = await host.password(address);
    return {
      [ARCHIVE_VARIABLE]: address,
      ...(password === undefined ? {} : { [ARCHIVE_PASSWORD_VARIABLE]: password }),
    };
  }
}

/**
 * The host in an address, with its port: “archive.example.org:5433”; `undefined` if it is not an
 * address.
 */
export function serverOf(address: string): string | undefined {
  // A URL with a user needs a host; a socket has none.
  const url = urlOf(address.replace(/^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)\//u, '$1localhost/'));
  const isAddress = url !== undefined && /^postgres(?:ql)?:$/u.test(url.protocol);
  if (!isAddress || url.pathname.length < 2) return undefined;
  return url.searchParams.get('host') ?? (url.host === '' ? 'localhost' : url.host);
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function isSame(a: ArchiveEnvironment, b: ArchiveEnvironment): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
