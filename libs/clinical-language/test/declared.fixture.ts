import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type VocabularyFinding } from '../src/model/vocabulary';
import { readYaml } from './read-yaml';

const FINDINGS = join(__dirname, '../../../knowledge/findings');
const HOW_IT_IS_TOLD = [
  'toldBy',
  'qualifies',
  'onlyIf',
  'medicines',
  'notMedicines',
  'of',
  'role',
  'catching',
  'describesComplaint',
  'ofNow',
  'withinDays',
  'goesOn',
  'isMedicine',
  'monovalent',
] as const satisfies readonly (keyof VocabularyFinding)[];

let read: Map<string, Partial<VocabularyFinding>> | undefined;

/** What a finding of the knowledge base declares of how texts tell it: the fixtures have the same medicine as the product. */
export function declared(id: string): Partial<VocabularyFinding> {
  read ??= new Map(
    readdirSync(FINDINGS)
      .flatMap((file) => readYaml(join(FINDINGS, file)) as VocabularyFinding[])
      .map((finding) => [
        finding.id,
        Object.fromEntries(
          HOW_IT_IS_TOLD.flatMap((key) => (finding[key] === undefined ? [] : [[key, finding[key]]])),
        ),
      ]),
  );
  return read.get(id) ?? {};
}
