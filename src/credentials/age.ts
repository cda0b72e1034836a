/** The age library, loaded when it is first used: a run that seals nothing does not wait 0.1 s for its ciphers. */

export const loadAge = () => import('age-encryption');
