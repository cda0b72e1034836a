/** Where the page is served, and who may say on whose behalf a request comes. */

export interface PageSettings {
  readonly host: string;
  readonly port: number;
  /** PEM. Without it the page is served on loopback alone. */
  readonly tls?: TlsFiles;
  /** Addresses and networks of the proxies whose word on where a request comes from is believed. */
  readonly proxies: readonly string[];
}

export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}
