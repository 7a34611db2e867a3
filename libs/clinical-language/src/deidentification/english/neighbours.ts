/** Months that shorten to a name. */
export const MONTH_BEFORE =
  /(?:\b(?:in|since|until|of|last|this|next|by|early|mid|late|from|to) |\d(?:st|nd|rd|th)? |\/)$/iu;
/** What a person does or is, in the third person: "Quillfeather says", "Grace vomits". */
export const FINITE =
  /^(?:,? who| also| just| still| now| never| really| then)? (?:is|was|has|had|isn't|wasn't|hasn't|hadn't|does|did|doesn't|didn't|can't|couldn't|won't|wouldn't|says|said|tells|told|thinks|thought|feels|felt|looks|looked|seems|seemed|keeps|kept|wants|wanted|needs|needed|gets|got|goes|went|came|comes|takes|took|gave|gives|brought|brings|lives|lived|works|worked|smokes|smoked|drinks|drank|eats|ate|sleeps|slept|vomits|vomited|coughs|coughed|complains|complained|denies|denied|reports|reported|states|stated|recalls|recalled|insists|insisted|admits|admitted|asks|asked|attended|attends|phoned|phones|rang|rings|called|calls|texted|worries|worried|presented|presents|collapsed|collapses|fell|falls|walked|walks|refuses|refused|declined|declines|remains|remained|found|noticed|saw|heard|became|becomes|woke|wakes|started|stopped|developed|tolerated|managed|arrived|returned|agreed|agrees|accepted|lost|left|suggested|suggests|confirmed|confirms|reviewed|reviews|examined|examines|inserted|signed|knows|knew|understands|understood|likes|liked|hates|loves|loved|sat|stood|ran|broke|cut|hit|hurt|cried|cries|died|used|uses|put|let|made|makes|helped|helps|wrote|writes|sent|sends|held|holds|thanked|turned|turns|moved|moves|stays|stayed)\b/u;
/** An age, as it stands behind whoever is of it: Grace, 45. */
export const BY_AGE = /^,? [(]?\d{1,3} ?(?:-?y|m\b|f\b|[),]|weeks|months|days)/iu;
/** What is told of a person in brackets or behind a comma. */
export const APPOSED =
  /^(?: \([a-z]|, (?:an? |who\b|whose\b|his |her |my |our |the |aged|\d|G\d|DOB|NHS|MRN))/u;
/** What can only be followed by a name: a label, a bed, "known as". */
export const ANNOUNCES =
  /(?:\b(?:bed|bay|cubicle|side room|room|chair) ?(?:\d{1,3}|[A-H])[ab]?[:,]? ?-? ?|\b(?:known as|nicknamed|goes by|a\.?k\.?a\.?|answers to|named|prefers to be called|calls (?:him|her)self|by the name of|name is|name's|surname|pt|patient|d\/w|s\/b|discussed with|bleeped?) |\b(?:name|surname|forename|patient|surgeon|ana?esthetist|consultant|registrar|scribe|signed|assistant|operator|witness|nok|next of kin|guardian|carer|contact|interpreter|attending|referrer|gp|midwife|nurse|doctor|physio|key ?worker|reporter|author|typed by|dictated by|attn|re|cc|to|from|dear)(?:: ?| - )|\b(?:dear|hi|hello|hey|regards,|wishes,|thanks,|sincerely,|faithfully,) ?\n?)$/iu;
/** Verbs of calling and greeting, behind which chats name somebody. */
export const LOWER_LEAD =
  /\b(?:call|ring|ask|asked|tell|told|phone|text|bleep|(?:spoke|speak|talk|talked) (?:to|with)|hi|hello|thanks|cheers|met|saw) $/u;
/** Where patients lie. */
export const IN_A_BED = /^ (?:in|from) (?:bed|bay|room|cubicle|side ?room|ward|resus)\b/u;
/** What is somebody's: Grace's mum, Rose's sats. */
export const PERSONAL_THING =
  /^'s (?:mum|mom|mother|father|dad|wife|husband|son|daughter|brother|sister|partner|carer|family|house|home|flat|notes|bloods|sats|obs|bp|scan|results?|meds|medication|tablets|discharge|care|gp|bed|wound|drain|catheter|line|leg|arm|foot|hand|knee|hip|back|chest|temp|temperature|dressing|drip|cannula|case|referral|appointment|operation|birthday|phone|number|chart|wristband|creatinine|potassium|sodium|haemoglobin|hb|crp|troponin|lactate|glucose|sugars?|bm|urine|stool|cough|pain|breathing|fever|weight|appetite|mood|sleep|surgery|biopsy|blood|pressure|heart|pulse|legs|feet|hands|eyes?|ears?|tummy|nan|gran|son|boyfriend|girlfriend|nurse|doctor|room|key ?worker|consultant|team)\b/iu;
/** Whom a name in brackets or behind a comma belongs to. */
export const PERSON_NOUN =
  /(?:registrar|reg|consultant|nurse|doctor|midwife|physio|therapist|sister|brother|mother|father|mum|mom|dad|wife|husband|partner|son|daughter|twin(?: \d)?|baby|child|friend|neighbou?r|carer|colleague|student|teacher|boss|aunt|uncle|cousin|niece|nephew|grandson|granddaughter|daughter-in-law|son-in-law|fianc[ée]e?|boyfriend|girlfriend|SHO|SpR|F1|F2|FY1|HCA|GP|surgeon|porter|driver|dog|cat)(?:, | [(])$/iu;
/** Before these a capitalised name of a person stands in the middle of a sentence. */
export const PERSON_BEFORE =
  /(?:^|[\s(])(?:by|with|from|to|for|asked?|asks|told|tell|tells|called?|ring|rang|phone|phoned|bleep|bleeped|text|texted|email|emailed|message|messaged|see|saw|seen|met|meet|review|reviewed|let|thank|thanked|thanks|and|or|that|if|when|because|as|while|until|before|after|is|was|inform|informed|warn|warned|remind|help|visit|visited|examined?|about|re|contact|contacted|find|found|where|says?|said|poor|dear|young|old|little|our|my|your|hi|hello|hey|morning|ok|yes|no|sorry|please|than|like|under|without|given|moved?|sent?|brought|take|took|wheel|via) $/iu;
/** What a person is called beside the name: big Steve, little Maya. */
export const BIG_OR_LITTLE = /^(?:big|little|wee|fat|tall|young|old)$/;
