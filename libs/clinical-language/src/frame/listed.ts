import { type Atom } from '../recognise/atoms';
import { grammar } from '../recognise/grammar';
import { positionsBetween, textAt } from '../normalise/at-position';
import { type Token } from '../model/token';

const isSide = (feature: string): boolean => feature.startsWith('sides:');
const isPlace = (feature: string): boolean => feature.startsWith('sites:');
const saysSide = ({ features }: Atom): boolean => features.every(isSide);
const saysSite = ({ features }: Atom): boolean =>
  features.some(isPlace) && features.every((feature) => isPlace(feature) || isSide(feature));
const saysMore = (atom: Atom): boolean => !saysSite(atom) && !saysSide(atom);

/** A list of atoms one behind the other, and the positions of what joins them. */
interface Listing {
  readonly last: number;
  readonly joints: readonly number[];
}

/** Reads lists in one sentence. */
class Lists {
  private readonly grammar = grammar();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly atoms: readonly Atom[],
  ) {}

  /** The list that begins with an atom. */
  at(first: number): Listing | undefined {
    const atom = this.atoms[first];
    if (atom === undefined) return undefined;
    if (saysSite(atom)) return this.from(first, saysSite);
    return saysMore(atom) && this.isBehindCopula(first) ? this.from(first, saysMore) : undefined;
  }

  /** "[The] wrists, [the] knees and ankles", "red, painful and watery": the atoms from one on that are listed. */
  private from(first: number, isMember: (atom: Atom) => boolean): Listing | undefined {
    let last = first;
    const joints: number[] = [];
    let isClosed = false;
    for (
      let next = this.nextMember(last, isMember);
      next !== undefined;
      next = this.nextMember(last, isMember)
    ) {
      const between = this.between(last, next);
      if (!this.joins(between)) break;
      isClosed = between.some((at) => this.closes(at));
      joints.push(...between);
      last = next;
    }
    return last > first && (isClosed || this.endsPhrase(last)) ? { last, joints } : undefined;
  }

  /** Whether a word right before, adverbs aside, says that what follows is so. */
  private isBehindCopula(first: number): boolean {
    const { adverbs, copulas } = this.grammar;
    const isAdverb = (text: string): boolean => text.endsWith('ly') || adverbs.has(text);
    let at = (this.atoms[first]?.from ?? 0) - 1;
    while (isAdverb(textAt(this.tokens, at))) at -= 1;
    return copulas.has(textAt(this.tokens, at));
  }

  /** The member behind another; sides may stand between. */
  private nextMember(last: number, isMember: (atom: Atom) => boolean): number | undefined {
    let next = last + 1;
    let atom = this.atoms[next];
    while (atom !== undefined && saysSide(atom)) atom = this.atoms[(next += 1)];
    return atom !== undefined && isMember(atom) ? next : undefined;
  }

  /** What stands between two atoms and is no atom. */
  private between(one: number, next: number): number[] {
    const sides = this.atoms.slice(one + 1, next);
    return positionsBetween(this.atoms[one]?.to ?? 0, this.atoms[next]?.from ?? 0).filter(
      (at) => !sides.some(({ from, to }) => from <= at && at < to),
    );
  }

  private joins(between: readonly number[]): boolean {
    const { coordinating, passed, denying } = this.grammar;
    const isJoint = (at: number): boolean => coordinating.has(textAt(this.tokens, at));
    return (
      between.some(isJoint) &&
      between.every((at) => {
        const text = textAt(this.tokens, at);
        return (isJoint(at) || passed.has(text)) && !denying.has(text);
      })
    );
  }

  /** "And" and 、 close a list, a comma goes on. */
  private closes(at: number): boolean {
    const text = textAt(this.tokens, at);
    return this.grammar.dividers.has(text) && text !== ',';
  }

  /** Whether nothing more is said in the phrase that ends with an atom. */
  private endsPhrase(last: number): boolean {
    const [own, next] = [this.atoms[last], this.atoms[last + 1]];
    if (own === undefined || next === undefined) return true;
    return positionsBetween(own.to, next.from).some((at) =>
      this.grammar.dividers.has(textAt(this.tokens, at)),
    );
  }
}

/** The lists of a sentence. */
export interface Listed {
  /** Positions of tokens that only join what is listed, and part no statements. */
  readonly joints: ReadonlySet<number>;
  /** Number of the list that an atom stands in. */
  readonly listOf: ReadonlyMap<number, number>;
}

/** "Pain in the wrists, knees and ankles" (sites), "the eye is red, painful and watery" (what is said behind "is"). */
export function listedIn(tokens: readonly Token[], atoms: readonly Atom[]): Listed {
  const lists = new Lists(tokens, atoms);
  const joints = new Set<number>();
  const listOf = new Map<number, number>();
  for (let at = 0; at < atoms.length; at += 1) {
    const list = lists.at(at);
    if (list === undefined) continue;
    list.joints.forEach((joint) => joints.add(joint));
    for (const member of positionsBetween(at, list.last + 1)) listOf.set(member, at);
    at = list.last;
  }
  return { joints, listOf };
}
