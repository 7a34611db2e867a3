import { access } from 'node:fs/promises';

/** @returns {Promise<boolean>} whether there is something of that name */
export const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );
