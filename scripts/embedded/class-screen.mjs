import { renderUnicodeCompact } from 'uqr';

/**
 * What a class needs to come in.
 *
 * @param {string} origin where its phones reach this machine
 */
export function classScreen(origin) {
  const url = `${origin}/join`;
  return `
For the class: ${url}

${renderUnicodeCompact(url)}

Phones in this network reach rooms and nothing else. The way is plain HTTP: whoever shares the network can read along,
so nobody should give a name that matters.
`;
}
