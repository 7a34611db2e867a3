import {
  EmbeddingsEnvironment,
  ExplanationLogEnvironment,
  GatewayEnvironment,
  IntegrationEnvironment,
  LlmEnvironment,
  Metrics,
  ServiceEnvironment,
  TeachingEnvironment,
} from '@openrounds/platform';
import { readText } from './testing/repository';

const page = readText('docs/operations.md');

/** The rows of the configuration tables: variable and default. */
const documented = new Map(
  [...page.matchAll(/^\| `([A-Z_]+)` \| (`[^`]*`|none|required) \|/gm)].map(
    ([, name = '', byDefault = '']) => [name, byDefault],
  ),
);

const REQUIRED = {
  DATABASE_URL: 'postgres://localhost/openrounds',
  KEYS_DIR: 'keys',
  LOG_HEAD_FILE: 'log-head',
};
const Everything = GatewayEnvironment.safeExtend(ServiceEnvironment.shape)
  .safeExtend(ExplanationLogEnvironment.shape)
  .safeExtend(EmbeddingsEnvironment.shape)
  .safeExtend(LlmEnvironment.shape)
  .safeExtend(TeachingEnvironment.shape)
  .safeExtend(IntegrationEnvironment.shape);
const defaults: Record<string, unknown> = Everything.parse(REQUIRED);

const asWritten = (name: string): string => {
  if (name in REQUIRED) return 'required';
  const value = defaults[name];
  const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
  return text === '' ? 'none' : `\`${text}\``;
};

describe('docs/operations.md', () => {
  it.each(Object.keys(Everything.shape))('documents %s with its default', (name) => {
    expect(documented.get(name)).toBe(asWritten(name));
  });

  it('documents nothing that is not read', () => {
    const forTests = ['FAULT_POINT', 'FAULT_ONCE_FILE'];
    const known = [...Object.keys(Everything.shape), ...forTests];
    expect([...documented.keys()].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('documents every measure of our own', () => {
    const names = new Metrics('any').registry
      .getMetricsAsArray()
      .map(({ name }) => name)
      .filter((name) => name.startsWith('openrounds_'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(page).toContain(`| \`${name}\` |`);
  });
});
