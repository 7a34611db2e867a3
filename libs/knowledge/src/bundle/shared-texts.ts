/** Ids, grades and names of sources, which come again and again, are short; sentences do not come again. */
const LONGEST = 40;

type Members = Record<string | number, unknown>;

/**
 * Keeps short texts that are equal once, in what was just parsed: `JSON.parse` makes each anew, and a finding's id stands in
 * every disease that links to it. Changes the value that it is given.
 */
export function shareTexts<T extends object>(parsed: T): T {
  const known = new Map<string, string>();

  function share(members: Members, key: string | number): void {
    const member = members[key];
    if (typeof member === 'object' && member !== null) walk(member);
    if (typeof member !== 'string' || member.length > LONGEST) return;
    const first = known.get(member);
    if (first === undefined) known.set(member, member);
    else members[key] = first;
  }

  function walk(node: object): void {
    if (Array.isArray(node)) for (let at = 0; at < node.length; at++) share(node as unknown as Members, at);
    else for (const key in node) share(node as Members, key);
  }

  walk(parsed);
  return parsed;
}
