import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Rule } from '../check-context';

/** Ids are unique within their kind, and a disease's or document's file is named after it. */
export const uniqueIds: Rule = {
  id: 'unique-ids',
  kind: 'structure',
  check: ({ folder }) => [
    ...[folder.findings, folder.diseases, folder.tests, folder.panels].flatMap(repeated),
    ...[folder.redFlags, folder.problems, folder.guidelines, folder.scores, folder.sources].flatMap(repeated),
    ...[folder.teachingCases, folder.codedCases, folder.toldCases].flatMap(repeated),
    ...repeatedPassages(folder.guidelines),
    ...[...folder.diseases, ...folder.guidelines, ...folder.scores, ...folder.teachingCases].flatMap(
      misnamed,
    ),
  ],
};

function repeated(entries: readonly Located<unknown>[]): Problem[] {
  const first = new Map<string, Located<unknown>>();
  return entries.flatMap((entry) => {
    const earlier = first.get(entry.id);
    if (!earlier) {
      first.set(entry.id, entry);
      return [];
    }
    const place = `${earlier.yaml.file}:${earlier.yaml.lineOf(earlier.root)}`;
    return [problemAt(entry, 'unique-ids', 'error', `id is already used at ${place}`)];
  });
}

function repeatedPassages(documents: readonly Located<{ passages: readonly { id: string }[] }>[]): Problem[] {
  const seen = new Set<string>();
  return documents.flatMap((document) =>
    document.value.passages.flatMap(({ id }, index) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [
        problemAt(document, 'unique-ids', 'error', `passage id ${id} is used twice`, ['passages', index]),
      ];
    }),
  );
}

function misnamed(entry: Located<unknown>): Problem[] {
  if (entry.yaml.file.endsWith(`/${entry.id}.yaml`)) return [];
  return [problemAt(entry, 'unique-ids', 'error', `the file should be named ${entry.id}.yaml`, ['id'])];
}
