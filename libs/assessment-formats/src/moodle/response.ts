import { type Element } from 'domhandler';
import { type Item } from '../model/item';
import { element } from '@openrounds/xml';
import { shareOf } from './fractions';
import { html, plain, setting } from './parts';

type Response = Item<string>['response'];
type Of<Kind extends Response['kind']> = Extract<Response, { kind: Kind }>;

/** Moodle's name for a kind of question, and what stands in it beyond text and feedback. */
export interface MoodleResponse {
  readonly type: string;
  readonly parts: readonly Element[];
}

export function moodleResponse(response: Response): MoodleResponse {
  switch (response.kind) {
    case 'single':
    case 'several':
      return choice(response);
    case 'numeric':
      return numeric(response);
    case 'short-text':
      return shortText(response);
    case 'matching':
      return matching(response);
    case 'ordering':
      return ordering(response);
    case 'differential':
      return essay(response);
  }
}

/** A right option of several gives its share of the mark, a wrong one takes as much. */
function choice({ kind, options }: Of<'single' | 'several'>): MoodleResponse {
  const share = kind === 'single' ? '100' : shareOf(options.filter(({ right }) => right).length);
  const wrong = kind === 'single' ? '0' : `-${share}`;
  return {
    type: 'multichoice',
    parts: [
      setting('single', String(kind === 'single')),
      setting('shuffleanswers', 'true'),
      setting('answernumbering', 'abc'),
      ...options.map(({ text, right, feedback }) =>
        html('answer', [text], { fraction: right ? share : wrong }, html('feedback', said(feedback))),
      ),
    ],
  };
}

function numeric({ value, tolerance, unit }: Of<'numeric'>): MoodleResponse {
  const units =
    unit === undefined
      ? []
      : [element('units', {}, element('unit', {}, setting('multiplier', 1), setting('unit_name', unit)))];
  return {
    type: 'numerical',
    parts: [
      element(
        'answer',
        { fraction: 100, format: 'moodle_auto_format' },
        setting('text', value),
        setting('tolerance', tolerance),
        html('feedback', []),
      ),
      ...units,
      // The unit may be left out: it is shown, not asked for.
      setting('unitgradingtype', 0),
      setting('showunits', 0),
      setting('unitsleft', 0),
    ],
  };
}

const shortText = ({ accepted }: Of<'short-text'>): MoodleResponse => ({
  type: 'shortanswer',
  parts: [
    setting('usecase', 0),
    ...accepted.map((text) =>
      element(
        'answer',
        { fraction: 100, format: 'moodle_auto_format' },
        // An asterisk would stand for anything.
        setting('text', text.replaceAll('*', '\\*')),
        html('feedback', []),
      ),
    ),
  ],
});

const matching = ({ pairs }: Of<'matching'>): MoodleResponse => ({
  type: 'matching',
  parts: [
    setting('shuffleanswers', 'true'),
    ...pairs.map(({ left, right }) => html('subquestion', [left], {}, plain('answer', right))),
  ],
});

const ordering = ({ entries }: Of<'ordering'>): MoodleResponse => ({
  type: 'ordering',
  parts: [
    setting('layouttype', 'VERTICAL'),
    setting('selecttype', 'ALL'),
    setting('selectcount', 0),
    setting('gradingtype', 'ALL_OR_NOTHING'),
    setting('showgrading', 'SHOW'),
    setting('numberingstyle', 'none'),
    ...entries.map(({ text }, place) => html('answer', [text], { fraction: `${String(place + 1)}.0000000` })),
  ],
});

const essay = ({ lines, rubric }: Of<'differential'>): MoodleResponse => ({
  type: 'essay',
  parts: [
    setting('responseformat', 'plain'),
    setting('responserequired', 1),
    setting('responsefieldlines', lines),
    setting('attachments', 0),
    setting('attachmentsrequired', 0),
    html('graderinfo', [rubric]),
    html('responsetemplate', []),
  ],
});

const said = (text: string | undefined): string[] => (text === undefined ? [] : [text]);
