import { isTransparent } from '../lexicon/function-words';
import { tellSensesApart } from './other-senses-en';
import { stem } from './stem';
import { type Token } from './tokens';

/**
 * Parts of the body and what they give off, as notes and patients call them, a class a line; the first stands for all:
 * "tummy", "belly" and "abdominal" become one.
 */
const PARTS = `
abdomen, abdominal, abdo, belly, tummy, stomach
eye, ocular
skin, cutaneous
kidney, renal
lactate, lact
liver, hepatic
lung, pulmonary
heart, cardiac
throat, pharynx, pharyngeal
mouth, oral, buccal
nose, nasal
tooth, dental
gum, gingival, gingiva
face, facial
eyelid, lid
vagina, vaginal
vulva, vulval
penis, penile
testicle, testicular, testis
scrotum, scrotal
uterus, uterine, womb
anus, anal
rectum, rectal, back passage
joint, articular
bone, bony, osseous
muscle, muscular
armpit, axilla, axillary
groin, inguinal
jaw, mandible, mandibular
breastbone, sternum, sternal
collarbone, clavicle, clavicular
scapula, scapular, shoulder blade
kneecap, patella, patellar
navel, umbilicus, umbilical, belly button
buttock, bum, gluteal
limb, extremity
leg, lower limb, lower extremity
arm, upper limb, upper extremity
trunk, torso
node, lymph node, lymph gland
urine, urinary, urination, urinate, micturition, pee, peeing, peed, wee, weeing, pass urine, pass water
stool, faeces, faecal, poo, pooing, poos, poop, bowel motion, bowel movement
sputum, phlegm
vision, sight, eyesight, visual
oesophagus, oesophageal, gullet, food pipe
epigastrium, epigastric, pit of stomach
bowel, intestine, intestinal, gut
bladder, vesical
prostate, prostatic
spine, spinal, vertebral, backbone
artery, arterial
vein, venous
tonsil, tonsillar
cornea, corneal
retina, retinal
ovary, ovarian
cheek, malar
windpipe, trachea, tracheal
vocal cord, vocal fold
foreskin, prepuce
perineum, perineal
flank, loin
palm, palmar
sole, plantar
menstruation, menstrual, menses, period
`;

/** The same for complaints. */
const COMPLAINTS = `
pain, ache, sore, soreness, hurt, achy
tender, tenderness
swell, puffy, puffiness, puffier
itch, itchiness, pruritus, pruritic
vomit, emesis, throw up, being sick
nausea, queasy, queasiness
breathless, breathlessness, dyspnoea, dyspnoeic, short of breath, shortness of breath, out of breath
weak, weakness
numb, numbness
tingle, tingly, paraesthesia, pins and needles
tired, tiredness, fatigue, exhaustion, exhausted, weary, weariness
dizzy, dizziness, lightheaded, lightheadedness, light headed, light headedness, giddy, giddiness, woozy
fainting, syncope, syncopal, pass out
fever, pyrexia, pyrexial
bleed, haemorrhage
bloody, bloodstained, blood stained, blood streaked, blood tinged, streaked with blood, tinged with blood, stained with blood
bruise, ecchymosis, ecchymoses, ecchymotic
rash, exanthem
lump, mass
stiff, stiffness
hoarse, hoarseness, husky, gravelly, croaky, raspy
blocked, blockage, stuffy, stuffiness, stuffed up
drowsy, drowsiness, somnolent, somnolence
sleepy, sleepiness
confusion, confused
anxiety, anxious
sweat, perspire, perspiration, diaphoresis, diaphoretic
pallor, pale, paleness
cyanosis, cyanosed, cyanotic
tremor, tremble, tremulous, tremulousness
seizure, convulsion, convulse
unsteady, unsteadiness
constipation, constipated
dehydration, dehydrated
irritable, irritability
lethargy, lethargic
jaundice, jaundiced
clumsy, clumsiness
restless, restlessness
thirst, thirsty
hunger, hungry
deaf, deafness, hard of hearing
palpitation, palpitate
ulcer, ulceration, ulcerate
inflamed, inflammation
swallow, deglutition
cramp, crampy
wheeze, wheezy
hallucination, hallucinate
delusion, delusional
paranoid, paranoia
agitated, agitation
forgetful, forgetfulness
aggression, aggressive
obesity, obese
infected, infection
allergy, allergic
asymmetry, asymmetric, asymmetrical
spasticity, spastic
paralysis, paralysed
droop, droopy
slur, slurring
blindness, blind
belch, burp, eructation
intercourse, sexual intercourse, sex, coitus, coital
peel, desquamate, desquamation
crust, scab
smell, odour
discoloured, discolouration
difficulty, trouble, struggle
pus, purulent
foul, smelly, malodorous, offensive, foul smelling, bad smelling
`;

/** And for what is said of both. */
const QUALITIES = `
enlarge, enlargement
distended, distension, distention
wasting, wasted
dilated, dilatation, dilation
reduce, decrease, diminish
raise, elevated
rapid, rapidly, fast, quick, quickly
red, redness, erythema, erythematous, reddened
yellow, yellowish
tight, tightness
heavy, heaviness
dry, dryness
warm, warmth, hot
severe, excruciating, agonising, unbearable, terrible, awful, dreadful
sudden, suddenly, abrupt, abruptly
widespread, diffuse, diffusely, generalised
worse, aggravate, exacerbate
relieve, ease, alleviate
exertion, exertional, exercise, effort
blurred, blurry, blurrier
scaly, scaling, flaky, flaking
recurrent, recurring, repeated
constant, continuous, persistent, persisting
chronic, longstanding, long standing
multiple, several, many, numerous
small, tiny
large, big
sharp, piercing, knife like
throbbing, pulsating, pulsatile, pounding
lie, lie down, lie flat, supine, recumbent
postprandial, after meal, after eating, after food
ultrasound, ultrasonography, sonography, sonogram, ultrasound scan, uss
previous, prev
bilateral, bilat
`;

/** Longer words that a class must not break up. */
const KEPT_WHOLE = `
stomach ulcer
stomach cancer
stomach flu
stomach bug
stomach acid
stomach upset
stomach wall
stomach lining
upset stomach
empty stomach
full stomach
nervous stomach
sick to stomach
to stomach
in stomach at
distended stomach
food filled stomach
muscle belly
cold sore
canker sore
pressure sore
bed sore
genital sore
penile sore
vulval sore
open sore
mouth sore
painless sore
sore on penis
sore on genitals
sore on lip
sore on vulva
sore on tongue
eye fatigue
generalised ache
widespread ache
ache all over
aching all over
hot to touch
warm to touch
upper and lower limb
upper and lower extremity
period of
for period
time period
long period
short period
year period
month period
week period
day period
hour period
minute period
incubation period
postpartum period
neonatal period
newborn period
body mass
muscle mass
bone mass
lean mass
mass index
mass effect
red cell
red blood
red flag
red meat
red reflex
red man
erythema nodosum
erythema multiforme
erythema migrans
erythema infectiosum
erythema toxicum
erythema marginatum
hot flush
hot flash
hot tub
hot potato
hot spot
hot cross
hot water
oral contraceptive
oral steroid
oral antibiotic
oral glucose
oral intake
oral iron
oral temperature
oral sex
eye opening
heart rate
cardiac arrest
cardiac failure
heart failure
pulse rate
renal failure
visual hallucination
at sight of
catch sight
av node
atrioventricular node
sinus node
sinoatrial node
heberden node
bouchard node
osler node
fast food
exercise tolerance
exercise test
heat exhaustion
poor effort
`;

/** Words that belong to a class only before others: what is hard to swallow is swallowed with difficulty. */
const ONLY_BEFORE: readonly (readonly [words: string, key: string, next: string])[] = [
  [
    'hard to, difficult to',
    'difficulty',
    'breathe swallow walk talk speak urinate pee wee pass sleep hear see move chew concentrate',
  ],
];

interface Word {
  readonly stems: readonly string[];
  /** What all words of the class are looked up as; none for words that are kept as they are. */
  readonly key: string | undefined;
  /** What must follow. */
  readonly next?: ReadonlySet<string>;
}

const linesOf = (list: string): string[] => list.trim().split('\n');

/** Words by the stem of their first part, longest first. */
const WORDS = buildWords();

function buildWords(): ReadonlyMap<string, readonly Word[]> {
  const words = new Map<string, Word[]>();
  const seen = new Set<string>();
  const add = (written: string, key: string | undefined, next?: ReadonlySet<string>): void => {
    const stems = written.split(' ').map(stem);
    const whole = stems.join(' ');
    if (seen.has(whole)) return;
    seen.add(whole);
    const first = stems[0] ?? '';
    const word = { stems, key, ...(next !== undefined && { next }) };
    words.set(first, [...(words.get(first) ?? []), word]);
  };
  for (const word of linesOf(KEPT_WHOLE)) add(word, undefined);
  for (const line of [PARTS, COMPLAINTS, QUALITIES].flatMap(linesOf)) {
    const members = line.split(', ');
    for (const member of members) add(member, stem(members[0] ?? ''));
  }
  for (const [members, key, next] of ONLY_BEFORE)
    for (const member of members.split(', ')) add(member, stem(key), new Set(next.split(' ').map(stem)));
  for (const list of words.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return words;
}

/** Where the parts of a word stand from `position` on; articles and hyphens do not part them. */
function placesOf({ stems, next }: Word, tokens: readonly Token[], position: number): number[] | undefined {
  const places: number[] = [];
  let at = position;
  for (const part of stems) {
    at = placeFrom(tokens, at);
    const token = tokens[at];
    if (token?.kind !== 'word' || token.key !== part) return undefined;
    places.push(at);
    at += 1;
  }
  return next === undefined || next.has(tokens[placeFrom(tokens, at)]?.key ?? '') ? places : undefined;
}

function placeFrom(tokens: readonly Token[], position: number): number {
  let at = position;
  for (let token = tokens[at]; token !== undefined && isTransparent(token); token = tokens[at]) at += 1;
  return at;
}

/**
 * Gives all words of a class the key of the class: it stands on their first part, the others are silent. Text and places
 * stay as written.
 */
export function unifyEnglishWords(written: readonly Token[]): Token[] {
  const tokens = tellSensesApart(written);
  const unified = [...tokens];
  let position = 0;
  while (position < tokens.length) position = unifyAt(tokens, position, unified);
  return unified;
}

/** @returns where the next word may begin */
function unifyAt(tokens: readonly Token[], position: number, unified: Token[]): number {
  const token = tokens[position];
  for (const word of token?.kind === 'word' ? (WORDS.get(token.key) ?? []) : []) {
    const places = placesOf(word, tokens, position);
    if (places === undefined) continue;
    if (word.key !== undefined) silence(tokens, places, word.key, unified);
    return (places[places.length - 1] ?? position) + 1;
  }
  return position + 1;
}

/** The key stands on the first part; everything up to the last is silent, hyphens and articles included. */
function silence(tokens: readonly Token[], places: readonly number[], key: string, unified: Token[]): void {
  const [first = 0] = places;
  const last = places[places.length - 1] ?? first;
  for (let place = first; place <= last; place += 1) {
    const token = tokens[place];
    if (token === undefined) continue;
    const own = { ...token, stem: token.key };
    unified[place] = place === first ? { ...own, key } : { ...own, key: '', silent: true };
  }
}
