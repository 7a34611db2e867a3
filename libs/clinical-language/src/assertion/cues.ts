import { surfaceKeys } from '../lexicon/phrases';
import { PhraseTrie } from '../lexicon/phrase-trie';

/** What a cue says of the concepts in its scope. `stop` ends scopes; `none` keeps a longer phrase from being a cue. */
export type CueKind =
  | 'negated'
  /** Looked for and not found: said of now, beside `negated`. */
  | 'excluded'
  | 'possible'
  | 'historical'
  | 'family'
  | 'other-person'
  | 'conditional'
  | 'planned'
  | 'ongoing'
  | 'stop'
  | 'none';

export interface Cue {
  readonly kind: CueKind;
  /** Concepts after the cue, or before it. */
  readonly direction: 'forward' | 'backward';
  /** Whether the scope passes commas: 否认 and "denies" govern lists, 无 only its own stretch. */
  readonly passesCommas: boolean;
  /** Governs one word only. */
  readonly isPrefix?: boolean;
  /** "Her mother's": what follows is hers, not the rest of the statement. */
  readonly isPossessive?: boolean;
  /** "No one else itches": said of others, and denied of them. */
  readonly isNobody?: boolean;
}

/** Prefixes that are written apart: "non bloody", "non-tender". */
const PREFIXES: readonly string[] = ['non'];

type Row = readonly [kind: CueKind, direction: Cue['direction'], passesCommas: boolean, phrases: string];

/** "Was not seen", "could not be felt", "is not present": how a report says that something was looked for in vain. */
const NOT_SEEN = ['', 'is ', 'are ', 'was ', 'were ']
  .flatMap((copula) =>
    (
      'seen noted noticed identified detected found demonstrated appreciated visualised visualized observed shown visible ' +
      'evident present palpable palpated elicited felt heard audible'
    )
      .split(' ')
      .flatMap((verb) => [
        `${copula}not ${verb}`,
        ...(copula === '' ? [`could not be ${verb}`, `not been ${verb}`] : []),
      ]),
  )
  .join('|');

/** Phrases are separated by `|`. NegEx and ConText (Chapman 2001, Harkema 2009) are the model of the method. */
const ROWS: readonly Row[] = [
  [
    'negated',
    'forward',
    true,
    `denies|denied|denying|deny|denies any|negative for|neither|no history of|no evidence of|no sign of|no signs of|no complaints of|
    no complaint of|free of|free from|denial of|unremarkable for|-ve for|no findings suggesting|no findings to suggest|nothing to suggest|no suspicion of|no suspicion for|low suspicion for|low suspicion of|not consistent with|not suggestive of|inconsistent with|no clinical evidence of|no radiographic evidence of|no definite evidence of|no known|no other|no further evidence of|否认|否认有|无以下`,
  ],
  [
    'negated',
    'forward',
    false,
    `no|not|without|nor|never|never had|absence of|negative|rules out|ruled out for|ruled him out for|ruled her out for|ruled the patient out for|
    fails to reveal|failed to reveal|lack of|lacks|lacking|doesn't|does not|didn't|did not|hasn't|has not|haven't|have not|hadn't|had not|
    isn't|is not|don't|won't|nothing|wasn't|was not|aren't|are not|weren't|were not|cannot|can't|no longer|zero|rather than|not associated with|with no|
    showed no|shows no|absent for|
    不|无|没有|都没有|也没有|全没有|都没|也没|未|未见|未见明显|未闻及|未触及|未及|未扪及|未诉|未出现|未发现|未引出|未查及|不伴|不伴有|不伴随|无明显|无明显的|并无|均无|
    亦无|也无|从未|从无|未曾|未见到|未闻|未有|排除|已排除|除外了|没|没见|尚无|不存在|不含|不是|未提示|未显示|未示|未探及|未探查到|未检出|未检测到|未找到|未查见|未查到|未伴|未伴有|未合并|未并发|未再|未再出现|未再发生|未出现过|未发生|未发作|未接触|未证实|未诊断|
    不考虑|暂不考虑|不支持|不符合|不提示|不合并|不具有|不具备|无诉|未述|无证据|没有证据|并非|不再|不再有|绝非|没出现|没发现|没见到|没有出现|没有发现|还有无|还有无明显|仍有无|从没|从没有|排除了|除外诊断`,
  ],
  [
    'negated',
    'backward',
    false,
    `was excluded|were excluded|has been excluded|have been excluded|is excluded|are excluded|was ruled out|were ruled out|has been ruled out|have been ruled out|is ruled out|are ruled out|ruled out|is absent|was absent|are absent|were absent|
    absent|is negative|was negative|were negative|are negative|negative|${NOT_SEEN}|is denied|was denied|were denied|are denied|unlikely|is unlikely|none|nil|
    has resolved|have resolved|resolved|neg|is neg|was neg|denied|
    没有|都没有|也没有|从没有|全没有|没|都没|也没|无|阴性|均阴性|(-)|（-）|未引出|未及|未见|未触及|未闻及|不明显|不存在|已排除|被排除|可排除|均无|均未见|已消失|消失|为阴性|呈阴性|结果阴性|检测阴性|检查阴性|提示阴性|均为阴性|
    未扪及|未探及|未检出|未显示|未发现|均未引出|均未触及|均未闻及|均未出现|均未发现|未出现|未诉|均未诉|未发生|未升高|不高|不升高|无升高|未见升高|未增高|无增高|未见异常|无异常|未破|未累及|亦消失|完全消失|均消失|已消退|完全消退|均已消退|已缓解|完全缓解|已愈|已痊愈|已除外|可除外|可以排除|可以除外`,
  ],
  [
    'excluded',
    'forward',
    false,
    `rules out|ruled out for|ruled him out for|ruled her out for|ruled the patient out for|no evidence of|no clinical evidence of|
    排除|已排除|排除了|未提示|未显示`,
  ],
  [
    'excluded',
    'backward',
    false,
    `was ruled out|were ruled out|has been ruled out|have been ruled out|is ruled out|are ruled out|ruled out|was excluded|were excluded|
    has been excluded|have been excluded|is excluded|are excluded|unlikely|is unlikely|已排除|被排除|可排除|可以排除`,
  ],
  [
    'possible',
    'forward',
    false,
    `possible|possibly|probable|probably|likely|suspected|suspicion of|suspicious for|suspect|suspects|query|may have|might have|could have|may be|might be|could be|
    concern for|concerning for|concern about|questionable|presumed|presumptive|suggestive of|suggests|suggesting|consistent with|cannot exclude|cannot rule out|
    can't exclude|not excluded|thinks she may have|thinks he may have|r/o|rule out|?|what may be|
    可能|可能有|可能为|疑似|疑|怀疑|考虑|考虑为|不除外|不能除外|不排除|不能排除|似有|似|待除外|拟诊|倾向|无法排除|无法除外|未排除|未除外|尚不能排除|尚不能除外|暂不能排除|暂不能除外|不能完全排除|不能完全除外|难以排除|难以除外|尚未排除|尚未除外|高度怀疑|首先考虑|多考虑|考虑有|倾向于|可疑|疑有|或为|疑诊`,
  ],
  [
    'possible',
    'backward',
    false,
    `is suspected|was suspected|suspected|is possible|is likely|cannot be excluded|cannot be ruled out|can't be excluded|is not excluded|was not excluded|has not been excluded|not been excluded|not ruled out|(?)|?|
    待排|待排除|待除外|可能|可能性大|不除外|不能除外|不排除|不能排除|待查|可疑|无法排除|无法除外|未排除|尚不能排除|不能完全排除|难以排除|可能性|可能性较大|待鉴别|待确诊`,
  ],
  [
    'historical',
    'forward',
    true,
    `history of|past history of|medical history of|past medical history of|previous history of|prior history of|hx of|h/o|history includes|history significant for|
    history is significant for|history notable for|history is positive for|history positive for|history is remarkable for|history remarkable for|previous|previously|previously had|prior|in her last|during her last|with her last|in an earlier|during an earlier|used to have|had a previous|once had|childhood|as a child|in a previous pregnancy|in her previous pregnancy|in her last pregnancy|during her last pregnancy|in her first pregnancy|during a previous pregnancy|
    in an earlier pregnancy|
    remote history of|formerly|status post|s/p|known|known to have|background of|is known to have|past medical history includes|
    上次妊娠|上次妊娠时|上次怀孕时|前次妊娠|前次妊娠时|既往妊娠|既往妊娠时|既往|既往有|既往患|既往体健|曾|曾有|曾患|曾经|以前|往年|幼时|儿时|早年|病史有`,
  ],
  [
    'ongoing',
    'forward',
    false,
    `chronic|chronically|long-standing|long standing|longstanding|persistent|persistently|persisting|ongoing|continuing|continues to have|continued|still has|still have|
    lifelong|long history of|prolonged history of|long-standing history of|longstanding history of`,
  ],
  [
    'historical',
    'backward',
    false,
    `in the past|as a child|in childhood|in a previous pregnancy|in her previous pregnancy|in her last pregnancy|during her last pregnancy|in her first pregnancy|in her second pregnancy|in an earlier pregnancy|during a previous pregnancy|during an earlier pregnancy|after her last pregnancy|after her last delivery|in a past pregnancy|上次妊娠|前次妊娠|既往妊娠|in infancy|years earlier|years before|years previously|in her youth|in his youth|病史|史`,
  ],
  [
    'family',
    'forward',
    true,
    `mother|father|sister|brother|parent|parents|siblings|sibling|grandmother|grandfather|grandparent|grandparents|aunt|uncle|cousin|half-brother|half-sister|
    twin brother|twin sister|son|daughter|family history of|family history|family history is positive for|family history includes|relative|relatives|
    family member|family members|maternal|paternal|mum|mom|dad|nephew|niece|
    母亲|父亲|其母|其父|其姐|其妹|其兄|其弟|其子|其女|姐姐|妹妹|哥哥|弟弟|祖父|祖母|外祖父|外祖母|爷爷|奶奶|外公|外婆|姑姑|叔叔|舅舅|姨妈|堂兄|表兄|表姐|妈妈|爸爸|我妈|我爸|姥姥|姥爷|伯父|姑妈|大姨|表弟|表妹|堂哥|堂姐|堂弟|
    兄弟|姐妹|父母|家族史|家族中|家族|亲属|一级亲属|家中有人|直系亲属|父患|母患|父有|母有|姐患|兄患|父因|母因|其兄弟|其姐妹|儿子|女儿|他爸|她爸|他妈|她妈`,
  ],
  ['family', 'backward', false, `runs in the family|run in the family|in the family|家族史`],
  [
    'other-person',
    'forward',
    true,
    `husband|wife|partner|boyfriend|girlfriend|roommate|flatmate|colleague|co-worker|coworker|classmate|classmates|friend|friends|neighbour|neighbor|
    his partner|her partner|donor|老伴|爱人|丈夫|妻子|女朋友|男朋友|配偶|同事|同学|室友|朋友|邻居|其夫|其妻|男友|女友|老公|老婆`,
  ],
  [
    'conditional',
    'forward',
    true,
    `if|in case of|should she develop|should he develop|should you develop|return if|in the event of|watch for|monitor for|at risk for|at risk of|risk of|
    to prevent|prophylaxis for|prophylaxis against|to avoid|unless|whether|in case|warned about|warned of|worried about|fear of|afraid of|
    如果|如有|如出现|若|若有|若出现|一旦|倘若|假如|以防|预防|警惕|注意有无|有无|是否有|是否|担心|以免`,
  ],
  [
    'planned',
    'forward',
    false,
    `scheduled for|scheduled to|diet to|to lose|is to undergo|will undergo|will be|will have|planned|plan for|plan to|planning|awaiting|is due to have|due for|to be evaluated for|
    evaluate for|evaluation for|assess for|screen for|screening for|test for|tested for|blood test for|blood tests for|bloods for|took blood for|taken blood for|blood taken for|
    swabbed for|screened for|stool test for|stool tests for|拟行|拟|计划|计划行|待行|建议行|择期行|准备行|预约`,
  ],
  [
    'stop',
    'forward',
    false,
    `but|but has|however|only|except|except for|apart from|other than|aside from|although|though|yet|which|who|because|secondary to|due to|despite|whereas|while|
    complains of|complaining of|complained of|presents with|presented with|presenting with|reports|reported|developed|develops|has developed|
    has|had|have|is|are|was|were|shows|showed|reveals|revealed|demonstrates|demonstrated|there is|there are|there was|admits|admits to|
    he|she|patient|the patient|i have|i've|i am|i'm|i feel|i felt|i get|i got|i had|i also|i keep|i noticed|now|currently|today|then|started|began|comes|came|noticed|states|positive for|
    但|但是|但有|仅|只有|然而|不过|除|除了|除外|而|出现|可见|可闻及|可闻|可触及|可及|呈|示|提示|显示|今|现|目前|患者|伴有|主诉|诉|自诉|此次|本次|入院|今日|近日|近`,
  ],
  [
    'none',
    'forward',
    false,
    `no change|no increase|no significant change|no interval change|not only|not just|not necessarily|no further|without difficulty|not sure|no doubt|not certain|not known|
    not help|doesn't help|don't help|didn't help|won't help|hasn't helped|doesn't stop|don't stop|won't stop|can't stop|cannot stop|couldn't stop|
    not stop|can't help|cannot help|couldn't help|can't shake|cannot shake|can't get rid of|cannot get rid of|don't know|doesn't know|don't think|don't remember|
    don't understand|don't like|don't want|don't worry|don't mind|nothing helps|nothing helped|nothing relieves|nothing relieved|nothing makes|nothing stops|nothing stopped|nothing works|
    nothing worked|nothing eases|nothing eased|nothing but|nothing by mouth|nothing to eat|nothing to drink|next to nothing|
    worried about my mother|worried about my father|worried about my mum|worried about my mom|worried about my dad|worried about my son|worried about my daughter|worried about my husband|worried about my wife|worried about my baby|
    not improved|not improving|not relieved|not relieved by|not resolved|not resolve|no relief|no better|no improvement|no response|no help|not responding|without improvement|without relief|
    as if|as though|has not improved|had not improved|have not improved|did not improve|has not responded|had not responded|has not helped|did not help|has not settled|did not settle|
    not getting better|not settling|no cause|without warning|no obvious cause|no reason|not yet|not been able|not able|not know|not known|gram negative|gram-negative|rh negative|
    坚信室友|怀疑室友|认为室友|坚信邻居|怀疑邻居|认为邻居|觉得邻居|怀疑同事|认为同事|觉得同事|怀疑丈夫|怀疑妻子|怀疑配偶|怀疑老公|怀疑老婆|
    dear colleague|dear colleagues|dear friend|dear friends|各位同事|
    history of present illness|history of presenting illness|day history of|days history of|week history of|weeks history of|month history of|months history of|
    year history of|years history of|hour history of|hours history of|minute history of|long history of|short history of|day's history of|days' history of|weeks' history of|months' history of|
    years' history of|hours' history of|recent history of|worse than usual|lives with her mother|lives with his mother|
    lives with her husband|lives with his wife|mother is worried|parents are worried|family reports|family says|the baby's mother|
    previous day|previous night|previous week|past day|past week|past month|past year|past few|past two|past three|past four|past five|past six|past 24|past 48|in the past week|in the past month|
    over the past|for the past|during the past|within the past|prior to|known as|well known|last|has been|has not been|is not known|
    不适|不清|不能|不全|不安|并非无|并非没有|不是没有|不是无|不能否认|不无|无明显原因|无原因|无特殊诱因|无任何诱因|无特殊原因|未见明显诱因|未见诱因|没有诱因|没有明显诱因|未见好转|未见明显好转|未见缓解|未见明显缓解|未见改善|未见减轻|未减轻|未明显减轻|无减轻|无明显好转|无明显缓解|无明显改善|无明显减轻|不减|不退|未退|未愈|未消退|无效|未奏效|
    无法|没法|没办法|控制不住|忍不住|止不住|管不住|憋不住|收不住|压不住|停不住|停不下来|控制不了|忍不了|禁不住|离不开|少不了|免不了|离不了|不由自主|不由得|不知不觉|不一会|不到|不超过|不少|不可以|不真实|不合适|不及时|不干净|不满意|不彻底|不理想|不如|不像|不但如此|无论|不论|不管|不慎|不幸|不时|不断|不停|不久|不小心|不得不|无意中|无意间|不自觉|不自主|不同|不同程度|不一|不定|不等量|无数|未婚|未成年|未知|不成形|不规律|不畅|不齐|不稳定|不灵活|不灵|不对称|不平|不匀|不消化|不固定|不易|不敢|不愿|不肯|不愿意|不想|不让|不会|不影响|不因|不随|无关|未予|未服|未用|未吃|未控制|未监测|未复查|未随访|未定期|未行检查|未到医院|未去医院|没在意|没有在意|没去医院|没有好转|没有缓解|没有改善|没有减轻|没好转|没缓解|不规则|不均|不等|不齐|不稳|不良|不佳|不足|不详|不明|不明原因|无明显诱因|无诱因|不明显诱因|无缓解|未缓解|不缓解|未好转|无好转|未改善|不见好转|不能缓解|未予重视|未予治疗|未就诊|未诊治|未治疗|未处理|未行|未服药|未系统|未在意|
    无力|不止|不仅|不但|不洁|不净|不语|不利|不宁|不振|不眠|不寐|不当|无规律|未吸氧|不吸氧|母亲诉|母亲代诉|家属诉|家属代诉|家长代诉|家长诉|其母诉|其母代诉|其妻诉|家人发现|家属发现|家属述|由家属|由母亲|在家属|
    现病史|除此之外|近期|近来|近日来|最近|现在|这周|这次|这回|这两天|这几天|这个月|经期|史密斯|而且|而后|因而|从而|进而|几乎无|无创|非常|并非常|没精神|没力气|没胃口|历史|女儿墙|患者家属`,
  ],
];

/** Others of whom something is denied, each with the verb or noun that a text may put behind. */
const NOBODY_ROWS: readonly (readonly [kind: 'family' | 'other-person', phrases: string])[] = [
  [
    'family',
    `nobody in the family|nobody in my family|nobody in her family|nobody in his family|no one in the family|no one in my family|no one in her family|
    no one in his family|none of the family|none of my family|none of her family|none of his family|no family member|no family members|no other family member|
    no other family members|no one else in the family|nobody else in the family|no relative|no relatives|
    家里没有人|家里没人|家里无人|家中没有人|家中没人|家中无人|家人都不|家人都没有|家人都没|家人也没有|家人也没|家人没有|家人没|家人不|家人无|家人均无|家里人都不|家里人都没有|家里人都没|
    家里人没有|家里人没|家里其他人没有|家里其他人都没有|家里其他人都没|家里其他人都不|家里没有别人|家里没别人|家属无|家庭成员无|家庭成员均无`,
  ],
  [
    'other-person',
    `nobody else|no one else|noone else|no - one else|none of the others|none of the other|none of the children|none of my friends|none of her friends|none of his friends|
    nobody at home|no one at home|nobody in the house|no one in the house|nobody in the household|no one in the household|nobody at school|nobody at work|no one at work|
    no one at school|no other residents|no other resident|no other children|no other child|no other people|no other person|no other patients|no other pupils|no other contacts|
    no other household members|no other members|no other workers|no other guests|no other adults|no other relatives|no other staff|
    其他人没有|其他人都没有|其他人都没|其他人都不|其他人没|其他人不|其他人无|别人没有|别人都没有|别人都没|别人都不|别人没|周围人没有|周围人都没有|周围没有人|周围没人|周围无人|
    身边没有人|身边没人|身边人都没有|没有其他人|没其他人|没有别人|没别人`,
  ],
];

/** Builds the cue dictionary: the longest cue at a position wins; one phrase may act in both directions. */
function buildCues(): PhraseTrie<Cue> {
  const trie = new PhraseTrie<Cue>();
  for (const [kind, direction, passesCommas, phrases] of ROWS) {
    for (const phrase of phrases.split('|').map((part) => part.trim())) {
      if (phrase === '') continue;
      trie.add(surfaceKeys(phrase), { kind, direction, passesCommas });
      const isPerson = kind === 'family' || kind === 'other-person';
      if (isPerson && direction === 'forward' && /^[a-z]+(?:-[a-z]+)?$/.test(phrase))
        trie.add(surfaceKeys(`${phrase}'s`), { kind, direction, passesCommas: false, isPossessive: true });
    }
  }
  for (const [kind, phrases] of NOBODY_ROWS) {
    for (const phrase of phrases.split('|').map((part) => part.trim()))
      trie.add(surfaceKeys(phrase), { kind, direction: 'forward', passesCommas: false, isNobody: true });
  }
  for (const prefix of PREFIXES) {
    trie.add(surfaceKeys(prefix), {
      kind: 'negated',
      direction: 'forward',
      passesCommas: false,
      isPrefix: true,
    });
  }
  return trie;
}

export const CUES: PhraseTrie<Cue> = buildCues();

/** After a comma these begin a statement of its own, not the next item of a list. */
export const LISTED_COMMA_BREAKERS: ReadonlySet<string> = new Set(
  `has had have is are was were he she patient reports reported complains complained presents developed noticed notices but with then
  there now today currently shows showed reveals temperature pulse bp hr rr however on takes taking`.split(
    /\s+/,
  ),
);
