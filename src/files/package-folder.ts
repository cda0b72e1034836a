/** Where danhba itself lies: the installed package, or the checkout it runs from; both have the same folders. */
import { join } from 'node:path';

export const packageFolder = join(import.meta.dirname, '../..');
