/** Where an entry stands, where it belongs, and the LDIF that moves it there. */
export interface Misfit {
  readonly dn: string;
  readonly belongs: string;
  readonly ldif: string;
}
