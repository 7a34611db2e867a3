import { type SourceFacts } from '../knowledge/source-facts';
import { type Message } from './message';
import { fairness, sameSource, shortOf, validity } from './source-figures';

/** How an attribute is answered: in words, by a figure that was measured or counted, or by saying what was not done. */
export type AttributeState = 'stated' | 'measured' | 'not-done';

export interface SourceAttributeWords {
  readonly id: string;
  readonly name: Message;
  readonly state: AttributeState | ((facts: SourceFacts) => AttributeState);
  readonly value: Message<SourceFacts>;
}

export interface SourceCategoryWords {
  readonly id: string;
  readonly name: Message;
  readonly attributes: readonly SourceAttributeWords[];
}

const say = (en: string, zh: string): Message<unknown> => ({ en: () => en, zh: () => zh });
const stated = (id: string, name: Message, value: Message<SourceFacts>): SourceAttributeWords => ({
  id,
  name,
  state: 'stated',
  value,
});
const notDone = (id: string, name: Message, en: string, zh: string): SourceAttributeWords => ({
  id,
  name,
  state: 'not-done',
  value: say(`Not done: ${en}`, `未做：${zh}`),
});

const NOTHING_MEASURED = say(
  'Not done: no evaluation is recorded with this knowledge base.',
  '未做：本知识库未附评估记录。',
);
/** Figures of the sets that were recorded; where none was, that is what is said. */
const measured = (
  id: string,
  name: Message,
  isThere: (facts: SourceFacts) => boolean,
  value: Message<SourceFacts>,
): SourceAttributeWords => ({
  id,
  name,
  state: (facts) => (isThere(facts) ? 'measured' : 'not-done'),
  value: {
    en: (facts) => (isThere(facts) ? value.en(facts) : NOTHING_MEASURED.en(facts)),
    zh: (facts) => (isThere(facts) ? value.zh(facts) : NOTHING_MEASURED.zh(facts)),
  },
});

const hasSets = ({ measured: sets }: SourceFacts): boolean => sets.length > 0;
const hasGroups = ({ measured: sets }: SourceFacts): boolean =>
  sets.some(({ groups, swaps }) => groups.length + swaps.length > 0);

/**
 * The source attributes of predictive decision support interventions, 45 CFR 170.315(b)(11)(iv)(B), in nine groups, with
 * what is true of this product. The names are our own paraphrase, not the rule's wording.
 */
export const SOURCE_CATEGORIES: readonly SourceCategoryWords[] = [
  {
    id: 'details-and-output',
    name: say('Details and output', '基本信息与输出'),
    attributes: [
      stated(
        'developer',
        say('Developer: name and contact', '开发者名称与联系方式'),
        say(
          'The contributors of OpenRounds, an open-source project; contact through the issues of its repository.',
          'OpenRounds开源项目的贡献者；可通过代码库的问题页联系。',
        ),
      ),
      notDone(
        'funding',
        say('Funding of the technical implementation', '技术实现的资金来源'),
        'no source of funding is recorded in the project.',
        '项目中未记录资金来源。',
      ),
      stated(
        'output',
        say('What it produces', '输出内容'),
        say(
          'A ranked list of diagnoses with probabilities, the evidence for and against each, diseases not to be missed, next questions and tests, and passages from guidelines.',
          '按概率排序的诊断列表、各诊断的支持与反对证据、不可漏诊的疾病、下一步问诊与检查，以及指南段落。',
        ),
      ),
      stated(
        'output-type',
        say('Type of output', '输出类型'),
        say(
          'Prediction (probabilities of diagnoses) and analysis (how each finding moves them). No recommendation for a patient.',
          '预测（各诊断的概率）与分析（每项发现如何改变概率）；不对患者作出建议。',
        ),
      ),
    ],
  },
  {
    id: 'purpose',
    name: say('Purpose', '用途'),
    attributes: [
      stated(
        'intended-use',
        say('Intended use', '预期用途'),
        say(
          'Teaching of diagnostic reasoning with invented or anonymous cases. Not a medical device.',
          '使用虚构或匿名病例进行诊断思维教学；不是医疗器械。',
        ),
      ),
      stated(
        'intended-population',
        say('Intended patient population', '预期患者人群'),
        say(
          'None: no patients. The cases for teaching are of all ages and both sexes, as they present to an emergency department or a general practitioner.',
          '无：不用于患者。教学病例涵盖各年龄段及男女两性，以急诊科或全科门诊就诊者为背景。',
        ),
      ),
      stated(
        'intended-users',
        say('Intended users', '预期使用者'),
        say('Teachers and students of medicine.', '医学教师与学生。'),
      ),
      stated(
        'decision-role',
        say('Intended role in decisions', '在决策中的作用'),
        say(
          'None in care. In class it informs a discussion after learners have committed to an answer of their own.',
          '不参与诊疗决策；在课堂上，学习者先给出自己的答案，再以其为讨论提供参考。',
        ),
      ),
    ],
  },
  {
    id: 'out-of-scope',
    name: say('Cautions', '慎用范围'),
    attributes: [
      stated(
        'out-of-scope',
        say('Tasks, situations or populations it is not for', '不适用的任务、情形或人群'),
        say(
          'Any care of a patient: diagnosis, triage, reassurance, treatment, doses. Texts about real people that were not made anonymous.',
          '任何患者诊疗：诊断、分诊、安慰性结论、治疗、剂量；以及未匿名化的真实个人资料。',
        ),
      ),
      stated('known-risks', say('Known risks and limits', '已知风险与局限'), {
        en: ({ diseases, reviewed, links, estimated }) =>
          `${String(reviewed)} of ${String(diseases)} diseases were reviewed by a clinician; ${String(estimated)} of ${String(links)} links are estimates of their authors. Denials and relatives in a text can be misread, findings are treated as more independent than they are, two illnesses at once are covered only in part, and what the knowledge base does not hold can appear only as Other. A confident list can mislead a learner.`,
        zh: ({ diseases, reviewed, links, estimated }) =>
          `${String(diseases)}种疾病中有${String(reviewed)}种经临床医师审核；${String(links)}条关联中有${String(estimated)}条为作者估计。文中的否认与他人病史可能误读；各项发现被视为比实际更独立；同时患两种疾病仅部分涵盖；知识库未收录者只能归入“其他”。看似确定的列表可能误导学习者。`,
      }),
    ],
  },
  {
    id: 'development',
    name: say('Development and input', '开发与输入'),
    attributes: [
      stated(
        'training-criteria',
        say('What was included in, and left out of, the data it was fitted to', '拟合数据的纳入与排除标准'),
        {
          en: ({ calibration }) =>
            `The medicine is written by hand, not learnt from data. Six constants were set by a fit (${calibration.status}; ${calibration.fittedOn ?? 'no date'}): ${calibration.data.join('; ') || 'no data recorded'}. Cases whose diagnosis the knowledge base lacks were left out.`,
          zh: ({ calibration }) =>
            `医学内容由人工编写，并非从数据学得。六个常数由拟合确定（${calibration.fittedOn ?? '无日期'}；英文记录：${calibration.status}；${calibration.data.join('; ') || '无数据记录'}）。知识库未收录其诊断的病例未纳入。`,
        },
      ),
      stated(
        'demographic-input',
        say('Use of demographic and social variables as input', '人口学与社会变量是否作为输入'),
        say(
          'Age and sex (with pregnancy) change priors, restrictions, reference ranges and red flags. Language decides how a text is read. Race, ethnicity, sexual orientation, gender identity and social determinants are no variables of the model; findings such as occupation or housing count where a disease names them.',
          '年龄、性别（及妊娠）影响先验概率、限制条件、参考范围与警示征象；语言决定文本如何解读。种族、民族、性取向、性别认同与社会决定因素均非模型变量；职业、居住等发现仅在疾病条目提及时计入。',
        ),
      ),
      notDone(
        'training-representativeness',
        say('How well the data represent those groups', '数据对上述人群的代表性'),
        'the data of the fit are vignettes and symptom lists, many without age or sex; whom they represent is not known.',
        '拟合数据为教学病例与症状列表，许多未注明年龄或性别，其代表性不明。',
      ),
      stated(
        'training-relevance',
        say('How relevant the data are to the setting of use', '数据与使用场景的相关性'),
        say(
          'Relevant to teaching, whose cases are of the same kind; not to patients as they come.',
          '与教学相关（病例性质相同）；不代表实际就诊的患者。',
        ),
      ),
    ],
  },
  {
    id: 'fairness-process',
    name: say('Fairness in development', '开发中的公平性'),
    attributes: [
      stated(
        'fairness-approach',
        say('What is done so that the output is fair', '为使输出公平所采取的做法'),
        say(
          'Age and sex act only where a disease file says so, in figures that everybody can read and change. Groups of cases are measured apart, and each case is ranked for two patients who differ in sex or age alone, with what moved the right disease named.',
          '年龄与性别仅在疾病条目写明处起作用，其数值人人可查、可改。各组病例分别评估；并将同一病例仅改变性别或年龄后再次排序，指出是什么改变了正确诊断的位置。',
        ),
      ),
      stated(
        'bias-approach',
        say('How bias is managed', '偏倚的管理'),
        say(
          'By those figures and by review of the files that they point to; nothing is corrected automatically, and no limit is set beyond which a version is held back.',
          '依据上述数据并复核其指向的条目；不作自动校正，也未设定禁止发布的界限。',
        ),
      ),
    ],
  },
  {
    id: 'external-validation-process',
    name: say('External validation', '外部验证'),
    attributes: [
      stated(
        'external-data',
        say('External data or setting in which it was assessed', '外部评估所用数据或场景'),
        say(
          'Cases invented by writers who had not seen the knowledge base, and public vignettes. No clinical setting.',
          '由未见过知识库的作者编写的虚构病例及公开教学病例；无临床场景。',
        ),
      ),
      notDone(
        'external-party',
        say('Who conducted the external testing', '外部测试的实施方'),
        'no party outside the project has tested it.',
        '项目以外尚无机构进行过测试。',
      ),
      notDone(
        'external-representativeness',
        say('How well the external data represent those groups', '外部数据对各人群的代表性'),
        'the cases are invented and drawn from lists of diseases; they represent no population. The groups that they hold are counted under fairness.',
        '病例为虚构并按疾病清单抽取，不代表任何人群；所含各组例数见公平性一项。',
      ),
      stated(
        'external-process',
        say('How external validation was done', '外部验证的方法'),
        say(
          'Frozen halves of case sets are ranked, and read by nobody who mends the knowledge; places are counted, with 95 % intervals (docs/accuracy.md, docs/evaluation-report.md).',
          '对封存的一半病例进行排序，修改知识库者不得阅读；统计名次及95%区间（docs/accuracy.md、docs/evaluation-report.md）。',
        ),
      ),
    ],
  },
  {
    id: 'performance',
    name: say('Measured performance', '性能指标'),
    attributes: [
      {
        id: 'validity-same-source',
        name: say('Validity in data of the source it was fitted to', '同源数据中的效度'),
        state: ({ calibration }) => (Object.keys(calibration.figures).length === 0 ? 'not-done' : 'measured'),
        value: {
          en: ({ calibration: { figures, fittedOn } }) =>
            sameSource(
              figures,
              'en',
              (said) =>
                `Of the fit of ${fittedOn ?? 'no recorded date'}; which version of the knowledge base it used is not recorded. ${said}.`,
            ) ?? 'Not done: no figures of the fit are recorded.',
          zh: ({ calibration: { figures, fittedOn } }) =>
            sameSource(
              figures,
              'zh',
              (said) => `拟合日期${fittedOn ?? '未记录'}，所用知识库版本未记录。${said}。`,
            ) ?? '未做：未记录拟合的数值。',
        },
      },
      notDone(
        'fairness-same-source',
        say('Fairness in data of that source', '同源数据中的公平性'),
        'many of those cases tell neither age nor sex.',
        '该数据中许多病例既无年龄亦无性别。',
      ),
      measured('validity-external', say('Validity in external data', '外部数据中的效度'), hasSets, validity),
      measured(
        'fairness-external',
        say('Fairness in external data', '外部数据中的公平性'),
        hasGroups,
        fairness,
      ),
      notDone(
        'outcomes',
        say('Evaluations of its effect on outcomes', '对结局影响的评价'),
        'nobody has studied whether learners reason better with it, and it is not for patients.',
        '尚无研究评价其是否改善学习者的诊断思维；亦不用于患者。',
      ),
    ],
  },
  {
    id: 'maintenance',
    name: say('Maintenance', '持续维护'),
    attributes: [
      stated(
        'validity-monitoring',
        say('How, and how often, validity is monitored', '效度监测的方法与频率'),
        say(
          'By rerunning the evaluation when the knowledge changes; without a fixed schedule. Nothing is collected from installations.',
          '知识库变更时重新评估，无固定周期；不从各安装实例收集数据。',
        ),
      ),
      notDone(
        'validity-local',
        say('Validity in local data', '本地数据中的效度'),
        'a school can measure its own cases with the evaluate command; none has reported figures.',
        '学校可用evaluate命令评估自有病例，尚无报告。',
      ),
      stated(
        'fairness-monitoring',
        say('How, and how often, fairness is monitored', '公平性监测的方法与频率'),
        say(
          'With the same evaluation, by group and by pairs; without a fixed schedule.',
          '随同一评估进行，按组及配对比较，无固定周期。',
        ),
      ),
      notDone(
        'fairness-local',
        say('Fairness in local data', '本地数据中的公平性'),
        'as for validity, a school can measure it; none has reported figures.',
        '与效度相同，学校可自行评估，尚无报告。',
      ),
    ],
  },
  {
    id: 'updates',
    name: say('Updates', '更新'),
    attributes: [
      stated('update-frequency', say('How, and how often, it is updated', '更新的方法与频率'), {
        en: ({ knowledge }) =>
          `With each change that is merged, without a schedule. Each run names the version that made it; this one is ${shortOf(knowledge)}.`,
        zh: ({ knowledge }) =>
          `随每次合并的修改更新，无固定周期。每次运行均注明所用版本；当前为${shortOf(knowledge)}。`,
      }),
      notDone(
        'correction-frequency',
        say(
          'How often performance is corrected when a risk to validity or fairness is found',
          '发现效度或公平性风险后纠正的频率',
        ),
        'no frequency is promised. Reports of clinical errors are taken as issues labelled clinical-safety.',
        '不承诺频率；临床错误可通过带有clinical-safety标签的问题页报告。',
      ),
    ],
  },
];
