import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';

/** What the words of a row do: the lengths and points of time, and what steers how a time is read. */
const ROLES = [
  // Lengths and points.
  'unit',
  'amount',
  'bare',
  'half',
  'about',
  'ago',
  'point',
  'calendar',
  'share',
  // What is told of the illness.
  'onset',
  'course',
  'at-first',
  'by-now',
  'day-count',
  'long',
  // What a time is said of.
  'begins',
  'this-time',
  'former',
  'other',
  'not-illness',
  'ended',
  'attack',
  'span',
  'still',
  'lacks',
  'trigger',
  'more',
  'none',
] as const;

const rowSchema = z.strictObject({
  role: z.enum(ROLES),
  words: z.array(z.string().min(1)).min(1),
  /** Length of a unit, distance of a point from now. */
  days: z.number().positive().optional(),
  /** Of an amount. */
  value: z.number().positive().optional(),
  /** Of the illness's onset or course. */
  state: z.string().optional(),
  /** 1 unless the words say it vaguely. */
  certainty: z.number().positive().max(1).optional(),
  /** The class of language that the row stands for. */
  class: z.string().optional(),
  /** A text that tests the row. */
  example: z.string().optional(),
});

export type TimeRole = (typeof ROLES)[number];
export type TimeRow = z.output<typeof rowSchema>;

/** The rows of one language. */
export const timeRowsOf = (language: 'en' | 'zh'): TimeRow[] =>
  lexiconRows(`${language}/time`, z.array(rowSchema));

/** How both languages speak of time. */
export const TIME_ROWS: readonly TimeRow[] = [...timeRowsOf('en'), ...timeRowsOf('zh')];
