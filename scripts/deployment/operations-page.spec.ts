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
import { parse } from 'yaml';
import { z } from 'zod';
import { readText } from './testing/repository';

const page = readText('docs/operations.md');

/** The rows of the configuration tables: variable and default. */
const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (`[^`]*`|none|required) \|/gm)].map(
  ([, name = '', byDefault = '']) => [name, byDefault] as const,
);
const documented = new Map(rows);

const Alarms = z.object({
  groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
});
/** The rules for alarms that the page gives. */
const alarms = [...page.matchAll(/^```yaml\n(groups:\n[\s\S]*?)^```$/gm)].flatMap(([, text = '']) =>
  Alarms.parse(parse(text)).groups.flatMap(({ rules }) => rules),
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

  it('documents nothing twice', () => {
    expect(rows.map(([name]) => name)).toEqual([...documented.keys()]);
  });

  const measures = new Metrics('any').registry
    .getMetricsAsArray()
    .map(({ name }) => name)
    .filter((name) => name.startsWith('openrounds_'));

  it('documents every measure of our own', () => {
    expect(measures.length).toBeGreaterThan(0);
    for (const name of measures) expect(page).toContain(`| \`${name}\` |`);
  });

  it.each(alarms)('has in the alarm $alert what we measure', ({ expr }) => {
    const told = [...expr.matchAll(/openrounds_\w+/g)].map(([name]) => name);
    expect(told.length).toBeGreaterThan(0);
    for (const name of told) expect(measures).toContain(name.replace(/_(?:bucket|count)$/, ''));
  });

  it('has an alarm for an erasure that is not finished', () => {
    expect(alarms).toContainEqual({
      alert: 'ErasureIsNotFinished',
      expr: 'openrounds_erasure_oldest_seconds > 3600',
    });
  });
});
