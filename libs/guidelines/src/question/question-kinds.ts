import { type Example, Softmax } from '@openrounds/classifier';
import { ASPECTS, type Aspect, type PassageLanguage } from '../passage';
import { type NameDictionary } from '../vocabulary/name-dictionary';
import { featuresOf } from './features';
import { type ExampleQuestions } from './questions';

/** What a question asks for. */
export interface QuestionKind {
  /** How likely it asks for what no guidance on patients says. */
  readonly outside: number;
  /** How likely for each aspect, if it asks for guidance; they sum to 1. */
  readonly aspects: Readonly<Record<Aspect, number>>;
}

/** Wrongly shown is worse than wrongly refused, and there are fewer examples of what is asked in vain. */
const COST_OUTSIDE = 2;
const OUTSIDE = ASPECTS.length;
const COSTS = [...ASPECTS.map(() => 1), COST_OUTSIDE];

type Learnt = Pick<Softmax, 'probabilities'>;

/** Where there are no examples, every question asks for guidance, and for any aspect. */
const NOTHING_LEARNT: Learnt = { probabilities: () => [...ASPECTS.map(() => 1 / ASPECTS.length), 0] };

/** Tells what questions ask for, as learnt from questions that others wrote; by language, when the first one comes. */
export class QuestionKinds {
  private readonly learnt = new Map<PassageLanguage, Learnt>();

  constructor(
    private readonly names: () => NameDictionary,
    private readonly examples: () => ExampleQuestions,
  ) {}

  of(question: string, language: PassageLanguage): QuestionKind {
    const all = this.modelOf(language).probabilities(featuresOf(question, language, this.names()));
    const outside = all[OUTSIDE] ?? 0;
    const within = Math.max(Number.EPSILON, 1 - outside);
    const aspects = Object.fromEntries(
      ASPECTS.map((aspect, place) => [aspect, (all[place] ?? 0) / within]),
    ) as Record<Aspect, number>;
    return { outside, aspects };
  }

  private modelOf(language: PassageLanguage): Learnt {
    const known = this.learnt.get(language);
    if (known !== undefined) return known;
    const examples = this.labelled(language);
    const learnt = examples.length === 0 ? NOTHING_LEARNT : new Softmax(examples, COSTS);
    this.learnt.set(language, learnt);
    return learnt;
  }

  private labelled(language: PassageLanguage): Example[] {
    const { asked, outside } = this.examples();
    const names = this.names();
    const of = (text: string, label: number): Example => ({
      features: featuresOf(text, language, names),
      label,
    });
    const inLanguage = (question: { readonly language: PassageLanguage }): boolean =>
      question.language === language;
    return [
      ...asked.filter(inLanguage).map(({ text, aspect }) => of(text, ASPECTS.indexOf(aspect))),
      ...outside.filter(inLanguage).map(({ text }) => of(text, OUTSIDE)),
    ];
  }
}
