/** A class of medicines by the stem of its international names, and the findings that taking one is. */
export interface MedicineClass {
  readonly name: RegExp;
  readonly findings: readonly string[];
}

type Row = readonly [name: RegExp, findings: string];

/**
 * Stems of the WHO's international nonproprietary names ("The use of stems in the selection of INN"), with the few old
 * names that follow none. Findings are ids of the knowledge base; one that a vocabulary lacks does nothing.
 */
const ROWS: readonly Row[] = [
  [/pril$/, 'ace-inhibitor-use raas-blocker-or-potassium-sparing-use antihypertensive-or-diuretic-use'],
  [/sartan$/, 'raas-blocker-or-potassium-sparing-use antihypertensive-or-diuretic-use'],
  [
    /^(?:spironolactone|eplerenone|amiloride|triamterene)$/,
    'raas-blocker-or-potassium-sparing-use diuretic-use',
  ],
  [/(?:olol|alol)$/, 'beta-blocker-or-rate-limiting-drug-use antihypertensive-or-diuretic-use'],
  [/^(?:verapamil|diltiazem)$/, 'beta-blocker-or-rate-limiting-drug-use antihypertensive-or-diuretic-use'],
  [/dipine$/, 'antihypertensive-or-diuretic-use'],
  [
    /(?:semide|thiazide)$|^(?:bumetanide|indapamide|chlortalidone|chlorthalidone|metolazone)$/,
    'diuretic-use',
  ],
  [/vastatin$/, 'statin-use'],
  [/^(?!aripi).+prazole$/, 'proton-pump-inhibitor-use'],
  [/floxacin$/, 'recent-fluoroquinolone-use'],
  [/cillin$|^ce(?:f|ph)[a-z]{3,}|(?:thromycin|amycin|damycin)$|cycline$|penem$/, 'recent-antibiotic-use'],
  [/^(?:nitrofurantoin|metronidazole|trimethoprim|cotrimoxazole|linezolid)$/, 'recent-antibiotic-use'],
  [
    /(?:profen|oxicam|coxib|fenac)$|^(?:naproxen|indometh?acin|ketorolac)$/,
    'nsaid-use nephrotoxic-medicine-exposure',
  ],
  [
    /^(?:gentamicin|tobramycin|amikacin|vancomycin|cisplatin|ciclosporin|tacrolimus)$/,
    'nephrotoxic-medicine-exposure',
  ],
  [/(?:azepam|azolam)$|^(?:zolpidem|zopiclone|eszopiclone)$/, 'sedative-medicine-use'],
  [
    /oxetine$|citalopram$|^(?:sertraline|paroxetine|fluvoxamine|venlafaxine|desvenlafaxine)$/,
    'serotonergic-medicine-use',
  ],
  [/triptyline$|^(?:imipramine|clomipramine|doxepin|dosulepin)$/, 'tricyclic-antidepressant-use'],
  [/xaban$|gatran$|^(?:warfarin|acenocoumarol|phenprocoumon)$/, 'anticoagulant-use'],
  [/parin$/, 'heparin-exposure'],
  [/^(?:prednisone|prednisolone|methylprednisolone|dexamethasone)$/, ''],
];

export const MEDICINE_CLASSES: readonly MedicineClass[] = ROWS.map(([name, findings]) => ({
  name,
  findings: findings.split(' ').filter((id) => id !== ''),
}));
