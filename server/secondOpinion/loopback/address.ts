import type { LoopbackRequest } from './transport.js';

/** The address of a server on this machine. */
export interface LoopbackAddress {
  /** The literal addresses to connect to, in this order: no name is ever looked up. */
  readonly hosts: readonly LoopbackRequest['host'][];
  readonly port: number;
  /** Without a slash at the end: “/v1”. */
  readonly path: string;
  /** As it is shown and as the server is told: “localhost:11434”. */
  readonly host: string;
}

const HOSTS: ReadonlyMap<string, LoopbackAddress['hosts']> = new Map<
  string,
  LoopbackAddress['hosts']
>([
  ['127.0.0.1', ['127.0.0.1']],
  ['[::1]', ['::1']],
  ['localhost', ['127.0.0.1', '::1']],
]);

const HTTP_PORT = 80;

/**
 * The server on this machine that a URL names, such as “http://127.0.0.1:11434/v1”; otherwise, in a plain sentence without a
 * full stop, why it is none.
 */
export function loopbackAddress(text: string): LoopbackAddress | { readonly refusal: string } {
  const url = urlOf(text.trim());
  if (url?.protocol !== 'http:')
    return { refusal: `“${text}” is not an address such as http://127.0.0.1:11434/v1` };
  const hosts = HOSTS.get(url.hostname);
  if (hosts === undefined)
    return {
      refusal: `${url.hostname} is not this machine; a model is asked only at 127.0.0.1, localhost or [::1]`,
    };
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return { refusal: `“${text}” has more than a host, a port and a path` };
  return {
    hosts,
    port: url.port === '' ? HTTP_PORT : Number(url.port),
    path: url.pathname.replace(/\/$/u, ''),
    host: url.host,
  };
}

/** True for a text that names no server on this machine. */
export function isRefusal(
  address: LoopbackAddress | { readonly refusal: string },
): address is { readonly refusal: string } {
  return 'refusal' in address;
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
