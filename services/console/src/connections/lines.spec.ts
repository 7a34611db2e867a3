import { emptyLines, lineAt, trimmed, words } from './lines';

const LINES = ['name', 'frameOrigins'] as const;

it('a refusal is told at the line that it points at, or into', () => {
  const found = ['/frameOrigins/1', '/name', '/named', '/algorithms/0'].map((at) => lineAt(LINES, at));
  expect(found).toEqual(['frameOrigins', 'name', undefined, undefined]);
});

it('what was typed loses its blanks, and several words of a line are told apart', () => {
  expect(trimmed({ ...emptyLines(LINES), name: ' Moodle ' })).toEqual({ name: 'Moodle', frameOrigins: '' });
  expect(words(' https://a.example,\thttps://b.example ')).toEqual([
    'https://a.example',
    'https://b.example',
  ]);
  expect(words(' ')).toEqual([]);
});
