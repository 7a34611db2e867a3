/**
 * Writes the de-identification test sets: `node libs/clinical-language/test-sets/generator/generate.mjs`; with `--check`
 * it only compares them with what it would write. Contexts and words of the two halves do not overlap.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { CONTEXTS_EN } from './contexts-en.mjs';
import { CONTEXTS_ZH } from './contexts-zh.mjs';
import { IDENTIFIERS } from './identifiers.mjs';
import { LOOK_ALIKES_EN, LOOK_ALIKES_ZH } from './look-alikes.mjs';
import { randomFrom } from './random.mjs';
import { STYLES_EN, STYLES_LOOK_ALIKES_EN } from './styles-en.mjs';
import { STYLES_LOOK_ALIKES_ZH, STYLES_ZH } from './styles-zh.mjs';
import { UNSEEN_EN, UNSEEN_LOOK_ALIKES_EN, UNSEEN_LOOK_ALIKES_ZH, UNSEEN_ZH } from './unseen.mjs';

const SEED = 20_261_120;
/** How often each context is filled in. */
const FILLINGS = 3;
const HALVES = ['development', 'frozen'];
const LANGUAGES = [
  { language: 'en', contexts: CONTEXTS_EN, lookAlikes: LOOK_ALIKES_EN },
  { language: 'zh', contexts: CONTEXTS_ZH, lookAlikes: LOOK_ALIKES_ZH },
];

const STYLES = [
  { language: 'en', written: STYLES_EN, lookAlikes: STYLES_LOOK_ALIKES_EN },
  { language: 'zh', written: STYLES_ZH, lookAlikes: STYLES_LOOK_ALIKES_ZH },
];

const length = (text) => Array.from(text).length;
const linesOf = (text) => text.trim().split('\n');

const shortName = (half) => HALVES[half].slice(0, 3);

/** Neighbours in a list go to different halves. */
const halfOf = (list, half) => list.filter((_, index) => index % HALVES.length === half);

/** Replaces what a pattern finds and notes where the replacement stands, in code points. */
function filled(template, pattern, replace) {
  let text = '';
  let copied = 0;
  const spans = [];
  for (const match of template.matchAll(pattern)) {
    text += template.slice(copied, match.index);
    const { value, ...facts } = replace(match[1]);
    spans.push({ ...facts, start: length(text), end: length(text) + length(value) });
    text += value;
    copied = match.index + match[0].length;
  }
  return { text: text + template.slice(copied), spans };
}

function identifierIn(half) {
  return (name) => {
    const maker = IDENTIFIERS[name];
    if (maker === undefined) throw new Error(`no identifier is called ${name}`);
    const [kind, make] = maker;
    return { kind, value: make(half) };
  };
}

/** Numbers the lines of a set as they are added. */
function collector(name) {
  const lines = [];
  const add = (language, text, identifiers, lookAlikes) => {
    const id = `${name}-${language}-${String(lines.length + 1).padStart(4, '0')}`;
    lines.push({ id, language, text, identifiers, lookAlikes });
  };
  const addLookAlikes = (language, sentences) => {
    for (const sentence of sentences) {
      const { text, spans } = filled(sentence, /⟦([^⟧]+)⟧/g, (value) => ({ value }));
      add(language, text, [], spans);
    }
  };
  return { lines, add, addLookAlikes };
}

function generatedHalf(half) {
  const random = randomFrom(SEED + half);
  const maker = { random, own: (list) => halfOf(list, half) };
  const { lines, add, addLookAlikes } = collector(shortName(half));
  for (const { language, contexts, lookAlikes } of LANGUAGES) {
    for (const context of halfOf(linesOf(contexts), half)) {
      for (let filling = 0; filling < FILLINGS; filling += 1) {
        const { text, spans } = filled(context, /\{(\w+)\}/g, identifierIn(maker));
        add(language, text, spans, []);
      }
    }
    addLookAlikes(language, halfOf(linesOf(lookAlikes), half));
  }
  return lines;
}

/** Text without its marks, and where they stood: `{name|Wu}` is an identifier and its kind. */
const marked = (sentence) =>
  filled(sentence, /\{([^{}]+)\}/g, (mark) => {
    const [kind, value] = mark.split('|');
    return { kind, value };
  });

function stylesHalf(half) {
  const { lines, add, addLookAlikes } = collector(`styles-${shortName(half)}`);
  for (const { language, written, lookAlikes } of STYLES) {
    for (const sentence of halfOf(linesOf(written), half)) {
      const { text, spans } = marked(sentence);
      add(language, text, spans, []);
    }
    addLookAlikes(language, halfOf(linesOf(lookAlikes), half));
  }
  return lines;
}

function unseen() {
  const { lines, add, addLookAlikes } = collector('unseen');
  const parts = [
    { language: 'en', written: UNSEEN_EN, lookAlikes: UNSEEN_LOOK_ALIKES_EN },
    { language: 'zh', written: UNSEEN_ZH, lookAlikes: UNSEEN_LOOK_ALIKES_ZH },
  ];
  for (const { language, written, lookAlikes } of parts) {
    for (const sentence of linesOf(written)) {
      const { text, spans } = marked(sentence);
      add(language, text, spans, []);
    }
    addLookAlikes(language, linesOf(lookAlikes));
  }
  return lines;
}

const OF_HALVES = HALVES.flatMap((name, half) => [
  { name: `deidentification.${name}`, lines: generatedHalf(half) },
  { name: `deidentification-styles.${name}`, lines: stylesHalf(half) },
]);
const SETS = [...OF_HALVES, { name: 'deidentification-unseen', lines: unseen() }];

let differing = 0;
for (const { name, lines } of SETS) {
  const file = new URL(`../${name}.jsonl`, import.meta.url);
  const content = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (!process.argv.includes('--check')) writeFileSync(file, content);
  else if (readFileSync(file, 'utf8') !== content) differing += 1;
  const count = (key) => lines.reduce((sum, line) => sum + line[key].length, 0);
  process.stdout.write(`${name}: ${count('identifiers')} identifiers, ${count('lookAlikes')} look-alikes\n`);
}
process.exitCode = differing === 0 ? 0 : 1;
