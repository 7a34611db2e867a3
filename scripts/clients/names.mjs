/** Names of the clients, made of those of the contract. */

const words = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');

export const pascal = (name) =>
  words(name)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');

export const camel = (name) => {
  const joined = pascal(name);
  return joined[0].toLowerCase() + joined.slice(1);
};

export const snake = (name) =>
  words(name)
    .map((word) => word.toLowerCase())
    .join('_');

const IRREGULAR = { hypotheses: 'hypothesis' };

/** One of several: the type of the items of `stages` is a stage. */
export function singular(name) {
  for (const [many, one] of Object.entries(IRREGULAR))
    if (name.toLowerCase().endsWith(many)) return name.slice(0, -many.length + 1) + one.slice(1);
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  if (name.endsWith('sses')) return name.slice(0, -2);
  if (/[^is]s$/.test(name)) return name.slice(0, -1);
  return `${name}Item`;
}
