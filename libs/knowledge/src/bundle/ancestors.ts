/** Ids of the ancestors of a finding, nearest first; a cycle ends the line. */
export function ancestorsOf(findingId: string, parentOf: (id: string) => string | undefined): string[] {
  const line: string[] = [];
  let parent = parentOf(findingId);
  while (parent !== undefined && parent !== findingId && !line.includes(parent)) {
    line.push(parent);
    parent = parentOf(parent);
  }
  return line;
}
