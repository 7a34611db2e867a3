import { caseFileType } from './case-file';

it.each([
  ['case.json', 'application/json'],
  ['Cases.YAML', 'application/yaml'],
  ['a.yml', 'application/yaml'],
  ['many.jsonl', 'application/x-ndjson'],
  ['many.ndjson', 'application/x-ndjson'],
  ['yaml', 'application/json'],
])('%s is read as %s', (name, type) => {
  expect(caseFileType(name)).toBe(type);
});
