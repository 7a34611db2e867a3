/** Clinical and colloquial words of the knowledge base that general word lists of English lack, in lower case. */
export const CLINICAL_WORDS: ReadonlySet<string> = new Set(
  `abdo abdominojugular abducens abruptio abx acanthocytes acantholysis acantholytic accreta acellular acetabular acetazolamide
  acetowhite acetylcholinesterase acetylcysteine achalasia acholic aciclovir acneiform acromiohumeral acuminata adalimumab adenomatous
  adenomyosis adenopathy adenosis adenoviral adhesiolysis adhesional adhesions adj adm adnexa adnexal adrenarche adynamic aerosolised
  aerosolized aeruginosa afterload aganglionic aganglionosis agitans agnogenic agonal ahaustral airsoft ajg akinesis akinetic
  albendazole albicans albumino albuminocytologic albuminocytological albuterol alcoholicus aldosteronism alendronate alendronic alk
  alkalinisation alkalotic allo allodynia allopurinol alprazolam alprostadil alternans alveolitis amastigotes amebic aminoglycoside
  aminotransferase amiodarone amitriptyline amlodipine amniotomy amoebiasis amox amoxiclav amphotericin ampullary amyloidosis
  amyotrophic anacrotic anakinra anaphylactic anaphylactoid anastomotic androgens androstenedione angio angiodysplasia angioectasia
  angioedema angiomata angioneurotic angulated anhidrosis ani anicteric anisocoria ano anoderm anogenital anorectal anoscopy
  anovulation anovulatory anoxic antalgic antecubital antenatally antepartum anterograde anteroinferior anterolateral anteroposterior
  anterosuperior antiarrhythmic anticardiolipin anticentromere anticholinergics anticoag anticoags anticoagulate anticoagulated
  anticoagulation anticonvulsant anticonvulsants antidiarrhoeals antidiuresis antiemetic antiemetics antiepileptic antiepileptics
  antifibrinolytic antifibrotics antiganglioside antigenaemia antiglobulin antimalarials antimesenteric antimicrobials
  antimitochondrial antimonials antimotility antimuscarinic antineuronal antineutrophil antiparasitics antiphospholipid antiplatelet
  antipseudomonal antipsych antiretroviral antiretrovirals antiseizure antisickness antistaphylococcal antistreptolysin antisynthetase
  antithrombin antithrombotics antithyroglobulin antithyroid antituberculous antra aortography aperistalsis aphthae aphthosis aphthous
  apices apixaban aplastic apneic apnoeic apophysitis app appendicolith approp approx apyrexial aquagenic aquaporin arboviral arcus
  areata areflexic aren argatroban aristolochia aristolochic arousable arousals arrhythmias artemether arterially arteriosus arteritic
  arthropathy arthroplasty aryepiglottic ascitic aspergilloma asplenia asplenic asst asteatotic asterixis asthmaticus astrocytes
  asystole asystolic atenolol atopic atopy atorva atorvastatin atresia atretic atrophicus atrophie atypia audiogram audiometry
  autoamputation autoantibodies autoinflammatory autoinflation automatisms autoregulation avascular avey avulsed axonal ayurvedic
  azacitidine azar azathioprine azithromycin bacteraemia bacteriuria balanitis ballotable ballottable bandavirus bariatric barky
  barotrauma bartholin basophilia basophilic beclometasone bedbound bedsheet bendroflumethiazide bengal benzatropine benzodiazepine
  benzodiazepines benzos benzoylecgonine benztropine betahistine betnovate biatrial bibasal bibasilar bicalutamide bifacet
  bifascicular bifida bifrontal bifurc bigeminal bigeminus bihilar bilat bileaflet bili bilobed bimalleolar bimanual bimanually
  bioassay biologicals biologics biomarker bioprosthetic biperiden biphasic birthweight bisferiens bisop bisoprolol bisphosphonate
  bitemporal bivalirudin biventricular blanche blastic blennorrhagicum borrelia borreliosis bosselated boutonniere brachiofemoral
  brachioradialis brady bradycardic bradykinesia bradykinin brainstem branchial breakbone brimonidine bromocriptine bronchiectatic
  bronchiolitis bronchiolocentric bronchodilator bronchodilators bronchograms bronchopneumonic bronchorrhoea bronchospasm brucella
  bruisability budesonide bulbocavernosus bullae bullous buprenorphine burgdorferi bushmeat butyrylcholinesterase cachectic caecal
  caecum caeruloplasmin caesarean caesareans cafe calcaneal calcaneofibular calcaneum calcifications calcineurin calcinosis callosal
  callososeptal callosum calpol calprot calprotectin calreticulin calretinin calvarial calyceal calyces campylobacter candesartan
  candidaemia candidal candidiasis cannabinoid cannabinoids capillaroscopy capitellum capitis caplacizumab capsulitis captopril
  carbamazepine carbimazole carboxyhaemoglobin carboxyhemoglobin carboxylation carcinoid cardia cardiogenic cardiolipin
  cardioprotection cardiorespiratory cardiothoracic cardiotocograph cardioversion cardioverted cardioverter careldopa carpopedal cas
  catamenial catecholamine catecholamines catheterisation cava cavernoma cavernosal cavitary cavitating cavus cefalexin ceftriaxone
  centile centiles centrilobular centrotemporal cephalocaudal cephalosporin cercle cerebello cerebellopontine cerebri ceruloplasmin
  chalazion charley cheilitis chelation chemoembolisation chemoradiation chemoradiotherapy chemosis chemsex chiasm chiasmal chiasmatic
  chik chikungunya chlorphenamine chol cholangiocarcinoma cholangiography cholangiopancreatography cholangitis chole cholerae
  cholestasis cholestatic cholesteatoma cholinergic chondromalacia chordae choreic choreiform chorioamnionitis chorionic chorioretinal
  chorioretinitis choroidal chromaffin chromogranin chronicus ciclosporin cigs cinacalcet cipro ciprofloxacin circumcorneal
  circumlimbal circumoral circumscripta citalopram citrullinated clari clarithromycin clavicular clencher clenil clexane clicky clinda
  clindamycin clival clobetasol clofazimine clonazepam clonic clopidogrel clostridial clotrimazole clozapine cmi coag coagulopathy
  coamox coarctation cobalamin cobblestoned cobblestoning codamol coeur cofactor colics coliforms collarette collarettes collaterals
  colli colorectal colposcopic colposcopy comedonal comedones commissural comorbidities comorbidity conceptus condomless condylomata
  confusional conj conjunctivae conniventes consol contagiosa contagiosum contr contrib conus copeptin cor corneae corneum coronavirus
  corporis cortico corticobasal corticomedullary coryzal costochondral costophrenic costovertebral cosyntropin couldn coved covid
  coxsackie crampy craniotabes craquele creat cremaster cremasteric crepitus creps cribrosa cricosternal cryoglobulins cryptococcal
  cryptococcosis cryptococcus cryptorchidism cryptosporidium cubitus cul cupula curettings cushingoid cyanosed cyclizine cyclo
  cyclophosphamide cycloplegic cyproheptadine cystadenoma cystica cysticerci cysticercosis cystogram cystoscopy cystourethrogram cyto
  cytoalbuminologic cytoalbuminous cytokine cytomegalovirus cytometry cytopathic cytopenia dactylitis dalteparin dantrolene
  dapagliflozin dapsone ddxplus deaminase debride debridement debulking dec decels dechallenge decidual decomp decompensate
  decompensated decompensates decubitus defaecate defaecation defervescence defib deformans dehydratase deja del demineralised
  demyelinates demyelinating demyelination denervation denosumab dentoalveolar depapillated depigmentation depigmented depigmenting
  derealisation derm dermatographism dermatomal dermatomyositis dermo dermoepidermal dermoids dermopathy dermoscopy desaturates
  desaturation desaturations descaler desmoglein desmoplastic desmopressin desquamation detorsion detrusor dev dex dichorionic
  diclofenac didn diff digitates digoxin dihydrotestosterone dilatations diltiazem dimeticone diphenhydramine diphtheriae disciform
  discitis disimpaction disinhibited disinhibition dislocatable distractible diuresed diverticular dobutamine doesn doi domperidone
  donepezil donut dopaminergic dopplers dorsalis dorsiflex dorsiflexion dorsocervical dosette douloureux downgaze downgoing
  downslanting downsloping doxazosin doxycycline ducreyi ductal ductography ductopenia ductus dulcolax duodenojejunal dura dural
  dutasteride dxbench dysautonomia dyschezia dysgenesis dyskaryosis dyskinesia dysmenorrhea dysmenorrhoea dysmorphic dysmorphism
  dyspareunia dyspnoeic dysregulated dysregulation dystocia dystonic dystrophin echinococcal echinococcosis echocardiogram
  echocardiography echogenic echogenicity echotexture eclamptic ectasia ectatic ectopics eculizumab edgeways edoxaban edrophonium
  eggcupful ehab ehad ehv ehz elastase elastography electroconvulsive electrographic elicitable eltrombopag embolise emicizumab
  empagliflozin enalapril endarterectomy endarteritis endocervical endocervix endolymphatic endometrioid endometrioma endometriomas
  endometriotic endometritis endomyometrial endomysial endophthalmitis endplate endplates enoxaparin entecavir enterocolitis
  enterocytes enteropathy enteroviral entheseal entheses entorhinal enucleation envenomation eos eosinophilia epicanthal epicanthic
  epicondyle epicondylitis epidemica epididymal epididymitis epigastric epiglottic epiglottitis epilepticus epileptiform episcleral
  episcleritis epithelialised epithelioid equina equinovarus equinus erosions erotomanic erythematosus erythematous erythro
  erythrocytosis erythroderma erythroid erythropoietin escitalopram esp ethmoids etoposide eurheartj eustachian euthymic euthyroid
  evac everted everting exacerbations exanthem excitotoxicity exertional exophytic exp explanted ext externa extracorporeal extradural
  extrahepatic extraluminal extraocular extrasystoles extubated extubation ezetimibe faecally faecolith faeculent falciparum falx
  fasciculating fasciculation fasciculations fasciitis fasciopathy fasciotomy fatigability fatiguable fava favipiravir fem femorals
  fenestral fentanyl ferning ferrochelatase festinant festinating fetalis fetoprotein fibrillations fibrillatory fibrillin fibrinoid
  fibrinolytics fibroadenoma fibrocartilage fibrocellular fibrocystic fibroepithelial fibroids fibromuscular fibromyalgia fibronectin
  fibrosa fibrosed fibrosing fidaxomicin filaggrin finasteride finerenone fissuring fisted fisting fistulae fixator flaccida flatline
  flavivirus flavum flexi flexural fluclox flucloxacillin fluconazole fluctuance flucytosine fludrocortisone fluey flumazenil
  fluorinated fluoroquinolone fluoxetine fluticasone foci foetal foetid folate folinic folliculitis fondaparinux foodborne foraminal
  fornices foveal frontostriatal frontotemporal fugax ful fumigatus fundal fundi fundoscopy fungating furos furosemide gabapentinoid
  gabapentinoids galactocele galactography galactomannan gammaglobulins gammopathy ganglioside gangliosides gapping gastrinoma gastro
  gastroduodenal gastroesophageal gastrografin gastroparesis gastropathy gastroscopy gen genitalis genitalium genotyping gentamicin
  geotropic giardia gibbus ginasthma gingival gingivostomatitis giveway givosiran glabellar glargine glaucomatous gliclazide gliptin
  gliptins globi globulins globus glomerular gluc glucan glucocorticoid glucocorticoids glucometer gluconate glucuronyl glutamyl
  glycaemic glycated glycolic goldcopd gonadotrophin gonadotrophins gondii gonio gonorrhoeae goopy gooseflesh goserelin granulations
  granulocytic granulomata granulomatosis granulomatous granulosus granulysin gravida gravidarum gravis greenstick gripey guaiac gutka
  gyriform habitus hadn haematemesis haematobium haematochezia haematocrit haematophagous haemochromatosis haemoconcentration
  haemodynamic haemodynamically haemodynamics haemoglobinopathy haemoglobinuria haemolysed haemolytic haemoperfusion haemoperitoneum
  haemophagocytes haemophagocytic haemoptysis haemorrhagic haemorrhagins haemosiderin haemothorax haemotympanum hallucis haloes
  haloperidol hamartomas handwashing hanta hantavirus haptoglobin hasn haustra headedness hematemesis hematochezia hematocrit
  hemianopia hemicranial hemidiaphragm hemifacial hemighost hemiparesis hemiplegic hemiscrotum hemisensory hemispatial hemithorax
  hemochromatosis hemoconcentration hemodynamically hemoglobinuria hemolytic hemophagocytic hemosiderin henselae hepaticus hepatis
  hepatitic hepatobiliary hepatofugal hepatojugular hepatolenticular hepatolithiasis hepatomegaly hepatorenal hepatosplenomegaly
  hepcidin hepevirus herpangina herpesvirus herpesviruses heterophile heterotopic hilar hindfoot hippocampal histolytica hol
  holodiastolic holosystolic homebrew homogenous homovanillic horiz hosp hrs https huntingtin hyalinised hydatidiform hydroceles
  hydrochlorothiazide hydronephrosis hydronephrotic hydrosalpinx hydroxybutyrate hydroxycarbamide hydroxychloroquine
  hydroxyindoleacetic hydroxylase hydroxyprogesterone hydroxyvitamin hyperacute hyperaemic hyperandrogenism hyperbilirubinaemia
  hyperbilirubinemia hypercalcaemia hypercapnic hypercellular hyperchloraemic hyperchloremic hypercholesterolaemia hypercoagulability
  hypercyanotic hyperdense hyperdensity hyperdynamic hyperechoic hyperemesis hyperemic hyperexpanded hyperfilter hyperfunctioning
  hypergammaglobulinaemia hypergammaglobulinemia hyperglycaemia hypergranular hyperhidrosis hyperinflammation hyperinflammatory
  hyperinflated hyperinsulinism hyperintense hyperintensities hyperintensity hyperkalaemia hyperkalaemic hyperkalemic hyperkeratotic
  hyperkinesis hyperkinetic hyperlipidaemia hyperlucent hypermobile hypermobility hypernasal hyperosmolality hyperosmolar hyperoxia
  hyperpigmentation hyperpigmented hyperplastic hyperpolarise hyperreflexia hyperresonant hypersegmentation hypersegmented
  hyperstimulated hyperstimulation hypertonia hypertriglyceridaemia hypervascular hypervascularity hypnopompic hypoactive
  hypoaesthesia hypoaesthetic hypoattenuating hypocalciuria hypocapnic hypocellular hypochloraemic hypochloremic hypochondrial
  hypochromic hypodense hypodensity hypoechoic hypogonadism hypogranular hypok hypokalaemia hypokalaemic hypokalemic hypokinesia
  hypokinesis hypokinetic hypolobated hypomanic hypomelanotic hyponasal hyponatraemia hypopharyngeal hypophosphataemia hypopigmented
  hypoplastic hypopnoea hypopyon hypospadiac hypospadias hyposplenic hyposplenism hypotensive hypothenar hypotonia hypotonicity
  hypovolaemia hypovolaemic hypovolemic hypoxaemia hypoxaemic hypoxic hypsarrhythmia hypsarrhythmic hystericus hysteroscopic
  hysteroscopy icatibant icer ictal icteric ileocaecal ileocolic iliaca iliofemoral iliopsoas imipramine imms immunoblot
  immunochemical immunochemotherapy immunocompromise immunofixation immunofluorescence immunomodulation immunomodulator
  immunomodulators immunophenotype immunostains immunosuppressed impersistence incidentaloma incisional incl inco indapamide
  indentable indrawing inexcitable inf infantum infectiosum inferiorly inferolateral infiltrative influenzae infraclavicular
  infraorbital infrarenal infratemporal infratentorial infundibular inguinoscrotal inotropes inpt insipidus insp instillations int
  interarm interarytenoid interatrial interdigital interictal interlobar interlobular intermenstrual interossei interosseous
  interphalangeal interscapular interspinous interstitium intertriginous intertrochanteric interventricular intestinalis intimal intra
  intracanalicular intracavernosal intracavitary intracerebral intracompartmental intraductal intraepidermal intraepithelial
  intrahepatic intralesional intramedullary intranasal intraorbital intraparenchymal intrapartum intraperitoneal intrarenal
  intraretinal intratesticular intratympanic intravascular intraventricular intravesical intravitreal introitus intubated intubation
  inversa iontophoresis ipratropium ipsilateral iptacopan irbesartan irinotecan irreg ischial ischiorectal ish isn isodense isoechoic
  isosorbide isotretinoin ivermectin jamais jhbp jirovecii jugulodigastric juvenilis juxta juxtacortical kala keloids kempt keratic
  keratinocyte keratinocytes keratoconjunctivitis keratoderma keratolytics keratotic kernicterus ketoacidosis ketotic kinins
  knifepoint koilonychia labetalol labialis labioscrotal labyrinthitis lachrymation lacrimal lact lactotroph lactulose lacunes lait
  lamellated lamotrigine lanadelumab lancinating laryngectomy laryngoscopy laryngotracheitis laryngotracheobronchitis
  laryngotracheoscopy lata lateralised lateralises leiomyoma leiomyomata lenalidomide lentiform lentis leprae leptospira leptospiral
  letrozole leuc leucocyte leucocytes leucocytoclastic leucoerythroblastic leucomalacia leucorrhea leucorrhoea leucostasis leucs leuk
  leukaemic leukaemoid leukoaraiosis leukocytoclastic leukocyturia leukoerythroblastic leukomalacia leukoplakia levetiracetam levodopa
  levofloxacin levothyrox levothyroxine lichenified ligamentum lightbulb limbal limbed linctus linezolid linitis lipaemic lisinopril
  lissamine lissencephaly lithotripsy livedo livedoid lobular lobulated lockdown loculated loculations locules lofepramine longus
  loperamide lorazepam losartan lucencies lumbosacral lumefantrine lupoid luspatercept lutein luteinised luteinising luteinizing
  luteum lymphangitic lymphoblastic lymphocytic lymphoedema lymphogranuloma lymphohistiocytosis lymphoplasmacytic lymphs lyssavirus
  macroadenoma macrocytes macrocytic macrolide macrolides macrosomia macrosomic macular macularis maculopap maculopapular madopar
  majora majus mal malabsorption malarious malarone maldescended maleimide malleolar malleoli malpositioned malrotated malrotation
  maltracking mansoni marche marfanoid marginatum marsupialise mastalgia maths max maxillaries mcg meatal meati mebendazole mec
  meconium med medames mediastinal mediastinitis mediastinum meds mefenamic megacolon megakaryocytes megakaryocytic megaloblastic
  meibomian melaena melaenic melanocytes melanonychia melasma melitensis mellitus memantine meningism meningitidis meningococcal
  meningovascular meniscal mentalisation mepolizumab meralgia meropenem mesangial mesangium mesenteric mesolimbic mesothelial
  mesothelioma metacarpophalangeal metachromatic metadrenaline metadrenalines metamyelocytes metaneph metanephrines metaphyseal
  metaphyses metaphysis metatarsalgia metatarsophalangeal metformin methacholine methaemoglobinaemia methylphenidate metoclopramide
  metoprolol metronidazole mets miconazole microadenoma microalbumin microaneurysms microangiopathic microbiome microcalcification
  microcalcifications microcirculation microcytic microcytosis microlitre micromol micronodular micronodules microsomal microthrombi
  microvascular midclavicular midcycle midface midfoot midshaft midsystolic migraleve migrans min mineralised minocycline minora
  miotic misoprostol mistrains mitrale mittelschmerz mmol mofetil mol mometasone monkeypox monoamine monoarticular monochorionic
  monodelusional mononeuritis mononeuropathies mononeuropathy mononitrate monophasic monosodium monosomy monospot monosymptomatic
  montelukast morbilliform morbillivirus mortem mosaicism mosm mousey mozzie mpox mucocele mucocutaneous mucopolysaccharides
  mucopurulent mucopus mucosal mucositis mucousy mucusy mudder multicystic multiduct multifocal multifollicular multiforme
  multilineage multilobed multilocular multiloculated multimers multinodular multinucleate multinucleated multiorgan multip
  multiseptate muscarinic musculoskeletal mvt mycobacterial mycophenolate mycoplasma myeloblastic myelocytes myelodysplasia
  myelofibrosis myelomeningocele myelopathy myeloperoxidase myeloproliferative myenteric myoclonic myoclonus myokymia myoma myomectomy
  myometrial myometrium myonecrosis myopathic myopathy myope myositis myotomy myotonic myotoxins nailfold naloxone nan naproxen
  nasendoscopy nasi nasogastric nasolabial nasopharyngeal natriuretic nebulised necrolysis necrotising necrotizing needlestick neg
  neoadjuvant neoformans neoplasia neostigmine neovascular neovascularisation neovascularization nephrocalcinosis nephrogenic
  nephrolithiasis nephrology nephropathia nephrostomy nephrotic nephrotoxic nephrotoxin nephrotoxins nervosa neuro neuroblastoma
  neurocardiogenic neurodermatitis neurodynamic neuroendocrine neurofibroma neurofibromas neurofibromatosis neurofibromin
  neurohormonal neuroinflammation neuroleptic neuroleptics neuromyelitis neurone neurones neuronitis neuropathic neuropathies
  neuroretinal neurosyphilis neurotoxic neurotoxins neut neutrocytic neutrocytosis neutropenia neutropenic neutrophilia neutrophilic
  neuts nicotinic nifedipine nighter nigra nigral nigricans niqab nitrazine nitrofurantoin nitroimidazoles nmol nocturia nodosa
  nodosum nodularity nodulocystic noire nomogram nonbilious noncaseating noncyclical nonpitting nontender nonvisible norad
  normetadrenaline normetanephrine normocapnia norovirus nortriptyline nosocomial nuchal nullip nulliparous obliterans obs
  obscurations occ occipitofrontal occulta ocrelizumab octreotide oculogyric oculosympathetic odouriser oesophageal olanzapine
  oligaemia oligaemic oligoarthritis oligoarticular oligoclonal oligohydramnios oligomenorrhoea olivopontocerebellar omalizumab
  omental omeprazole omphalitis oncotic ondansetron onycholysis oocysts opacification opacified opacities operculated ophthalmoplegia
  opioids opisthotonic opisthotonus opsoclonus optica orchidopexy orchiopexy orexin org organomegaly orig orofacial orogastric
  oropharyngeal oropharynx ortho orthopnoea orthopoxvirus orthostatic osm osmolal osmolality osmolar osmotherapy ossicular
  osteoblastic osteoclasts osteolysis osteolytic osteonecrosis osteopenia osteopenic osteophytes osteosclerotic ostia ostial oticus
  otorrhea otorrhoea otosclerosis otosclerotic otoscopy otospongiotic outie outpouching outpouchings ovalocytes overactivation
  overactivity overbreathing overcirculated overdriven oxcarbazepine oximeter oximetry oxybutynin oxycodone oxygenase paan paeds
  pagetic pallidal pallidum pallidus palmomental palmoplantar palpebral pampiniform panadol pancolitis panhypopituitarism panniculitis
  pannus pansinusitis pansystolic papilloedema papillomavirus papulopustules papyracea para paracentesis paracentral paracervical
  paracoagulation paracusis paradoxus paraesthetica parametrial paraneoplastic paraparesis parapharyngeal paraphasic paraphimosis
  parapneumonic paraprotein parasitaemia parasitosis paraspinal parasternal parasternally paratracheal paraumbilical paravertebral
  parechovirus parenchyma parenchymal paresthetica parkinsonian parkinsonism parotids paroxetine partum parvovirus parvus
  patellofemoral pathergy pauci peau pectoriloquy pectoris pedis pedunculated pegvisomant pelgeroid pelvicalyceal pemphigoid
  penicillamine pepperpot perf perforators perfringens perianal periapical periappendiceal periaqueductal periareolar periarteritis
  periarticular peribronchial pericardiectomy pericardiocentesis pericarditic pericholecystic pericolic periconceptional pericorneal
  pericytes periductal periependymal perifascicular perifollicular perihepatic perihilar perilimbal perilymphatic perimembranous
  perimenopausal perindopril perinephric perinuclear periocular periodontitis perioperative perioral periorbital periorificial
  periosteal peripancreatic peripatellar perirenal perisplenic peritonism peritonsillar peritubal periumbilical periungual
  perivalvular periventricular pernasal pernio peroneal pertechnetate petechiae petechial petits phaeochromocytoma phagocytosed
  pharyngeus phenylephrine phenytoin philtrum phimosis phlegmon phos phosphorylated photoparoxysmal photopenic physes physis
  physostigmine picornavirus pilonidal pinguecula pipelle piriton pityriasis placentae plana plantarflexion plantars planus
  plasmacytoma plasmacytosis plastica pleocytosis pleomorphic pleurodesis pleuroperitoneal plt plts pmol pneumatosis pneumoniae
  pneumonias pneumonitis pneumoperitoneum pneumophila podocyte poikilocytes pointes polyangiitis polyarthritis polyarticular
  polychromasia polyclonal polycystic polycystin polymorphs polymyalgia polyneuropathy polypharmacy polyphasic polyposis
  polysomnography polyspike polytrauma polyuria pompholyx pongy porphobilinogen porta portoenterostomy portosystemic pos posseting
  postauricular postcricoid postductal posterolateral posteromedial postgrad postictal postinfectious postmature postrema postseptal
  posttussive praevia pralidoxime pre precordial precordium pred prednisolone prednisone predom preductal preexcitation preg
  pregabalin prelabour preload prem prepatellar prepubertal presbycusis preseptal presynaptic presyncopal presystolic pretibial prev
  prevertebral previa primaquine primidone primum prn procalcitonin processus prochlorperazine procidentia procoagulants proctitis
  proctocolitis proctoscopy procyclidine prodromal progestogen prokinetic prolactinoma promethazine promyelocytes promyelocytic proph
  propranolol prostacyclin prostaglandin prostaglandins prostanoids prot proteasome proteinuria prothrombotic protodiastolic protozoon
  pruritic pseudoachalasia pseudobulbar pseudocholinesterase pseudocyst pseudoephedrine pseudofracture pseudofractures
  pseudohypertrophic pseudohypertrophy pseudohyphae pseudokidney pseudomembrane pseudomembranes pseudomembranous pseudomonal
  pseudomyotonic pseudoparalysis pseudopustules pseudotumor pseudotumour psoriatic pterygium pterygoids pulmonale pulpitis pulsatility
  pulseless pulsus pulvinar punctation punctum pupilled purpuric putamina putaminal pyloromyotomy pyogenes pyogenic pyrexial
  pyridostigmine pyrimethamine quadrantanopia quadriparesis quetiapine quinolone quinolones racemosa racoon rad radicular
  radiculopathy radiofemoral radioiodine radioligand radioradial radiotracer rami ramipril ramus rasburicase ravulizumab rayed rccm
  reagin rebleeding rebleeds rec recanalised recanalized rechallenge recoarctation recta rectopexy rectosig rectosigmoid rectovaginal
  refeeding refixation reg regurgitant rehydration reinfarction reinfestation reinnervation renovascular reossifies reperfuse
  reperfusion repolarisation repolarises res rescan resectable resorbed resp respirations respirophasic resus retd retic retics
  reticularis reticulin reticulocyte reticulocytes reticulocytosis reticulogranular reticulonodular retinoid retinopathy retroareolar
  retroauricular retrobulbar retrocardiac retrocollis retroorbital retropatellar retroperitoneal retroperitoneum retropharyngeal
  retroplacental retropulsed retropulsion retrosternal retroverted retroviral reuptake revascularisation revascularise reversus
  rhabdomyolysis rhegmatogenous rheumatica rhinoconjunctivitis rhinophyma rhinorrhea rhinorrhoea rhinosinusitis ribavirin ribboning
  rickettsial rickettsii rickettsioses rifampicin rifaximin risperidone ristocetin risus ritalin rituximab ropey rosacea rosea
  rosuvastatin rotavirus rouleaux rousable rubeosis ruber rubrum rugae ruxolitinib saccade saccades sacrococcygeal salb salbutamol
  salic sandpapery saphenofemoral saphenous sapropterin sarcoidosis sarcomatoid sarcomere sardonicus sartan sats saturations scabiei
  scaffolder scalenes scarlatiniform schisto schistocytes schizoaffective schwannoma scintigraphy sclerae sclerodactyly sclerosing
  sclerosus scotoma screenwash scrotalised scybala secundum sed sella sellar semaglutide semidilated senilis sensorineural septated
  septations septoplasty septostomy seretide seroconversion seroconverted serogroup serol serosanguineous serositis serotonergic
  serotype serovar serpiginous sertraline sestamibi seton severities shiga shigellae shisha shuffly sialadenitis sialolithiasis sicca
  sickled sicky sidedness sideroblasts sigmoidoscopy sildenafil simvastatin sinemet sinoatrial sinopulmonary situ skinfold sludged
  snorty solium somatisation somatoform somatostatin somatotroph sonographer sonographic sotalol speedballs sphenopalatine spherocytes
  spherocytic spherocytosis sphincterotomy spiculated spiculation spina spined spirometry spironolactone spitty splenorenal
  spondyloarthritis spondylodiscitis spondylosis spondylotic staghorn stainable stapedotomy starey stary statin statins
  steatohepatitis steatosis steatotic stented stenting steppage stereoacuity stereopsis stereotactic stereotypies sternal
  sternocleidomastoid sternomastoid sternomastoids sternotomy stressors striatal striato striatum stricturing strimming stroma stx
  stye styloid subacromial subarachnoid subareolar subcapital subcapsular subchondral subconj subconjunctival subcoracoid subcorneal
  subcostal subcut subdiaphragmatic subdurals subendocardial subendometrial subendothelial subependymal subepidermal subepithelial
  subfalcine subfertility subfoveal subglottic subitum subluxation subluxed submandibular submucosal submucous suboccipital subpleural
  subretinal subsegmental subserosal substantia substernal subtarsal suicidality sulcal sulfadiazine sulfamethoxazole sulfasalazine
  sulfonylurea sulphonylurea sumatriptan sunburnt sunray superotemporal superoxide superwarfarin suppurativa suprabasal supraclav
  supraclavicular supracondylar supraglottic supraglottitis supraglottoplasty supranuclear suprapubic suprapubically suprasellar
  supraspinatus suprasternal supratentorial supratherapeutic supraventricular swimmy sylvian sympathomimetic syncytial syndesmophytes
  synechiae synovium synthetase synuclein tachy tachyarrhythmia tachycardic tachypnea tachypnoea tadalafil talar talofibular tamponade
  tamsulosin tardive tardus targetoid tartare tds tecovirimat tegmentum telangiectases telangiectasia telangiectasias tele telogen
  temazepam temporomandibular tendinopathy tendinosis tendonitis tenofovir tenosynovitis tensa tentorium teratoma terlipressin tet
  tetani tetracyclines tetraparesis thalamo thalassaemia thalassaemic thalassemia thecal thelarche thermoneutral thiazide thiazides
  thionamide thoracis thoracoscopic thoracoscopy threadworm threadworms thrombectomy thrombocythaemia thrombocythemia
  thrombocytopaenia thrombocytopenia thrombocytopenic thromboembolic thrombolysed thrombolysis thrombophilia thrombopoietin thrombose
  thrombosed thumbprinting thymectomy thymoma thyroglobulin thyroglossal thyroidectomy thyrotoxic thyrotropin tib tightenings timolol
  tinidazole tinzaparin tiotropium titratable tocolysis togavirus tolvaptan tonsillitides tophaceous tophi topoisomerase torsade
  torsades totalis tox toxbase toxidrome toxigenic toxo toxoplasma trabeculoplasty trachealised tracheo tracheoesophageal trachomatis
  tragal tramadol tranexamic transaminase transaminases transection transependymal transferrin transglutaminase transilluminable
  transilluminates transilluminating transillumination transketolase transmural transoesophageal transsphenoidal transthoracic
  transudates trapezii trazodone trelegy tremens treponemal tretinoin trichomonas trientine trigeminovascular trigs trilineage
  trimalleolar trimethoprim trimoxazole trinitrate triphasic triptan triptans trisomy trochanteric trochanters trop trophoblastic
  troponin troponins trops truncal tryptase tsutsugamushi tubo tubotympanic tubulointerstitial tunica tussive tymp tympanitic
  tympanogram tympanograms tympanoplasty ulcerans umbilicated umol unblocker uncal unconjugated undescended undisplaced unexplainedly
  unfractionated unfused uniductal unifocal unlaboured unpainful unreactive unrecordable unrefreshing unrousable unvaccinated upgaze
  upgoing upslanting upsloping urate ureteral ureteric ureterovaginal urethrogram urethroplasty urethrotomy urines urodynamics
  urography uropathy urosepsis urothelial urothelium ursodeoxycholic urticarial uterosacral uterosacrals uterotonics uterovaginal
  uveal vag vaginalis vaginam vaginosis valganciclovir valgum valproate vancomycin vanillylmandelic variceal varicosities varifocals
  varum vasculitis vasculopath vaso vasoactive vasogenic vasopressin vasopressor vasopressors vasospasm vasovagal vax vegetations
  velamentous velcro venereum venetoclax venlafaxine venogram venography venosus ventilatory ventriculoarterial ventriculography vera
  verapamil verocytotoxin verotoxin verrucous vertebrobasilar vesicoureteral vesicoureteric vesicovaginal vestibulopathy viagra
  vigabatrin viraemia viridans virilisation virilised virilized visceromegaly visuoconstructional visuospatial vit vitrectomy vitritis
  vitro vits vivax volarly vomiter vomitus von vulgaris vulvovaginal vulvovaginitis waojou warf wasn waterhammer waterlike weeker
  whipworm whipworms wks wormlike wouldn www xanthelasma xanthochromia xanthochromic xanthoma xanthomata xerotica yoghurt yrs zag
  zolpidem zopiclone`.split(/\s+/),
);
