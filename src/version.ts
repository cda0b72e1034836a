/** The version of the package, read from its own manifest. */
import manifest from '../package.json' with { type: 'json' };

export const version: string = manifest.version;
