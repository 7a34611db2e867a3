/** Written for old versions of Node too: they are the ones that must be able to read it. */
const LEAST = [20, 19];

/** What is wrong with this version of Node, or undefined. */
export function nodeProblem(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return undefined;
  return `OpenRounds needs Node ${LEAST.join('.')} or later; this is Node ${version}. See https://nodejs.org.`;
}
