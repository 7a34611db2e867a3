/**
 * Proper nouns that clinical texts write with a capital and that name no patient: eponyms, genera, brands, tests and scores, peoples,
 * languages, far-off cities, abbreviations, and what families call one another. From the knowledge base and common knowledge.
 */
export const MEDICAL_PROPER_NOUNS: ReadonlySet<string> = new Set(
  `Abdo Bloods Leone Bihar Yasmin Abilify Aboriginal Abrikossoff Abx Acanthosis Accra Accu-Chek Accuhaler Accupril Accutane Achard Achilles Acinetobacter Actim
  Actinomyces Actonel Actos Actrapid Adalat Adam Adams Adcal Adcirca Addenbrooke Addenbrookes Adderall Addison Addisonian Adeno Adie
  Adizem Adrenalectomy Adv Advair Advil Aedes Aerochamber Aeromonas Afghan Afghanistan Africa African Afrikaans Afro Aggrenox Aha
  Aicardi Ain't Airomir Airvo Alb Albanian Albright Aldactone Aldi Aleve Algerian Alimta Alka-Seltzer Allah Allegra Allevyn Allis
  Alport Alteplase Alupent Alvarado Alz Alzheimer Amaryl Amazon Ambien Ambisome Ambu America American Amharic Aminoglycosides
  Aminosalicylates Amni Amoxil Amsel Amsler Anadin Anaplasma Anbesol Ancylostoma Andersen Andes Androgenetic Android Angeles Angelman
  Angiostrongylus Anglican Angola Anhedonia Anhui Anisakis Anne Anopheles Antabuse Antifibrotic Antithrombotic Antoni Anusol Apert
  Apgar Apgars Apidra Appalachian Apple Approx April Aptamil Aquacel Aquaphor Arab Arabic Aranesp Arcoxia Argentinian Argonz Argyll
  Aricept Arimidex Armenian Arnold-Chiari Aromasin Asacol Asap Ascaris Aschoff Asda Asherman Ashmore Asia Asian Asians Askanazy
  Aspartate Asperger Aspergillus Assam Atacand Athens Ativan Atlanta Atripla Atrovent Auckland Auenbrugger Auer Auerbach Aug Augmentin
  Aunt Auntie Aunty Auspitz Austin Australia Australian Austrian Autoinflammation Autosomal Avandia Avastin Avelox Awaji Azeri Azilect
  Babcock Babesia Babinski Bacillus Bacteroides Bactrim Bactroban Baghdad Bainbridge Bair Bajan Bakody Balantidium Balfour Bali
  Ballard Bamberger Bandl Banff Bangalore Bangkok Bangladesh Bangladeshi Bankart Bannayan Baptist Barcelona Barlow Barnes Barr Barre
  Barré Barrett Barthel Bartholin Bartonella Bartter Basedow Bassen Bateman Batten Baveno Bayley Bazin Beau Bechterew Beck Becker
  Beckwith Beconase Behcet Behçet Behr Beijing Beirut Belarusian Belfast Belgian Belize Bell Benadryl Bence Bengali Benin Bennett
  Benylin Berg Berger Beriplex Berlin Bernard-Soulier Berocca Berry Best Betadine Betameth Betnovate Bezalip Biatain Bible
  Bifidobacterium Bihar Biktarvy Bili Billroth Binet Biodex Biot Bioxyol Birmingham Bishop Bismol Bisodol Bitot Blakemore Blalock
  Blastocystis Blastomyces Blatchford Bloch Blom Bloom Blount Bluetooth Blumberg Bnf Boas Bochdalek Bodok Boerhaave Bogotá Bolivian
  Bonjela Boots Bordetella Bornholm Borrelia Borrmann Bosniak Bosnian Boston Botox Bouchard Bourdon Bourneville Bournvita Bovie Bovril
  Bowen Braden Braxton Braxton-Hicks Brazilian Brenner Breo Breslow Bricanyl Bright Brilinta Brilique Brill Brisbane Bristol British
  Bro Broca Brodie Brodmann Browder Brown-Séquard Brucella Brudzinski Brufen Brugada Brugia Brummie Brunner Brushfield Bruton Bts Btw
  Buccastem Budapest Budd Buddha Buddhist Budenofalk Buerger Bulgarian Bull Bunnell Burkholderia Burkina Burkitt Burmese Burow
  Buscopan Bx Bydureon Byetta Byler Ca Cabergoline Cabot Caffey Cairo Calcichew California Calogen Calot Calpol Calvé Cambodian
  Cambridge Camcolit Cameroon Camper Campylobacter Can't Canadian Canalith Canavan Candida Candidiasis Candidozyma Canesten Cantonese
  Capgras Caplan Capnocytophaga Caput Carbimazole Cardiff Cardiotocography Cardura Caribbean Carnett Carney Caroli Carvallo Casablanca
  Casodex Casoni Castleman Cataflam Catholic Caverject Cavilon Cdc Cef Cel Celebrex Celexa Cellcept CellCept Celtic Centor Cercariae
  Chaddock Chagas Chance Charcot Charlson Chediak Cheers Chennai Cheyne Chiari Chicago Chikungunya Child-Pugh Chilean Chinese
  Chlamydia Chlamydiae Chlamydophila Chlorhexidine Choledocholithiasis Chondrocalcinosis Christ Christian Christmas Churg Chvostek
  Cialis Cilest Cipralex Cipro Ciproxin Circadin Citramag Citrobacter Cl Claritin Clarityn Clark Clarke Claude Clavien Clerambault
  Clexane Clomid Clonorchis Clopixol Cloquet Clostridioides Clostridium Clozaril Co Coats Cobb Coccidioides Coccydynia Cockayne
  Codeine Codman Coffin Coke Colles Collet Colofac Colombian Colombo Combivent Compazine Complan Comtess Concerta Congo Congolese Conn
  Connecticut Conners Convulex Cooley Coombs Cooper Copaxone Copper Cormack Cornelia Cornish Corrigan Corsodyl Corynebacterium Cosopt
  Costa Costen Costochondritis Cotard Coumadin Courvoisier Couvelaire Coversyl Covid Cow Cowden Cowper Coxiella Coxsackie Cozaar Cr
  Crawford Creat Creon Crestor Crete Creutzfeldt Crigler Crimean Croatian Crohn Cronkhite Crouzon Crowe Cryptococcus Cryptosporidium
  Ct Ctg Cuban Culex Cullen Curling Cusco Cushing Cutibacterium Cuticell Cxr Cyclospora Cymbalta Cytotec Czech Dabie Dad Daddy Dakar
  Dalacin Damascus Dandy Danish Danlos Dari Darier Datix Dawson Deaver Debakey DeBakey Dejerine Delhi Delphi Demodex Dengue Denver
  Denys Deoxygenated Depakote Depixol Depo Depo-Provera Dercum Dermabond Dermatophytes Dermatophytosis Dermatoscope Dermol
  Desmopressin Detrusitol Dettol Devic Dexcom Dhaka Dhx Diamox Dianette Dietz Dieulafoy Difflam Diflucan DiGeorge Dioralyte
  Diphyllobothrium Diprobase Diprosalic Dirofilaria Disimpact Ditropan Diwali Dix Dixon Doehle Doesn't Doha Don't Donovan Doppler
  Douglas Dovobet Down Downes Downey Doyen Dravet Drehmann Dressler Drusen Dsg Dubai Dubin Dublin Dubowitz Duchenne Dugas Duke Dukes
  Dulcolax Dunno Duodopa DuoDopa Duphalac Dupuytren Durand Durban Durie Durkan Durogesic Duroziez Dutch Dx Dymista Dyshidrotic Eagle
  Easter Easyhaler Eaton Ebixa Ebner Ebola Ebstein Ecg Echinococcus Echocardiographic Echovirus Edinburgh Edronax Edwards Effexor
  Efudix Eg Egyptian Ehlers Ehrlichia Eichhoff Eid Eikenella Eisenmenger Ekbom El Elek Eliquis Elizabethkingia Ellis Ellison Elocon
  Eltroxin Emery Emla Enbrel Encopresis Endone England English Ensure Entamoeba Enterobacter Enterobiasis Enterococcus Enthesitis
  Entonox Entresto Entyvio Epaderm Epanutin Epi Epididymo Epilim Epimax Epipen EpiPen Epley Epo Epogen Eprex Epstein Epworth Erb
  Erbitux Eritrea Eritrean Erlenmeyer Erysipelothrix Erythrogenic Esc Escherichia Escorial Eskalith Eskazole Est Estonian Etc Ethilon
  Ethiopia Ethiopian Etonogestrel Eumovate Europe European Euthyrox Evans Everest Evista Evohaler Evorel Evra Ewing Excl Exforge Eylea
  Fabry Facebook Faget Fallopian Fallot Fanconi Farber Farsi Fasciola Faslodex Faso Fazekas Fe Feb February Feldene Felix Felty Femara
  Feraccru Ferinject Ferriman Ferrograd Fexofenadine Fhx Fibro Fibrogel Fibroscan FibroScan Fibryga Fiedler Fijian Filipino
  Finkelstein Finnish Fisher Fitbit Fite Fitz Fitz-Hugh-Curtis Fitzpatrick Flagyl Fleischer Fleischner Flixonase Flixotide Flomax
  Flomaxtra Florida Floseal Flovent Fluimucil Foley Fomepizole Fontaine Fontan Forbes Forchheimer Fordyce Forrest Forrester Forsteo
  Forticreme Fortijuice Fortisip Forxiga Fosamax Fostair Fothergill Fournier Fowler Fragmin Framingham Francisella Freetown Freiberg
  French Frey Fri Friday Friedländer Friedreich Frisium Froehlich Froment Frusemide Fuchs Fucibet Fucidin Fuhrman Fusarium
  Fusobacterium Fx Fybogel Fyi Gaisböck Galactorrhoea Galeazzi Galen Gallwey Gambia Ganciclovir Ganser Ganz Garden Gardner Gardnerella
  Gartland Gastrografin Gaucher Gaviscon Gcs Gehrig Gelineau Gelofusine Geloplasma Geneva Genotropin Geordie Georgian German Gerstmann
  Ghana Ghanaian Giardia Giardiasis Gibert Gibson Giemsa Gigli Gilbert Gilles Gitelman Glanzmann Glasgow Glaswegian Gleason Gleevec
  Gliadel Glisson Glivec Gluc Glucagon Glucogel Glucophage God Gold Goldblatt Goldmann Golgi Gonal Gonna Goodpasture Goodsall Google
  Gorlin Gotta Gottron Gowers Gp Gradenigo Graefe Graf Gram Gran Grandad Granddad Grandfather Grandma Grandmother Grandpa Granny
  Granuflex Graves Grawitz Greek Grey Griffiths Grimelius Grindr Grocott Guangdong Guangzhou Guardian Guatemala Guedel Guillain
  Guinness Gujarati Gunn Gustilo Guthrie Guyanese Gynae Haemophagocytosis Haemophilus Hafnia Hageman Haggitt Haha Hailey Haitian Hakka
  Haldol Hallermann Halloween Hallpike Ham Hamilton Hamman Hamman-Rich Hampton Hand Hanoi Hansen Hantaan Hanukkah Harare Hardy Harmony
  Harrington Harris Harrison Hartmann Hartmanns Hartnup Hashimoto Hasn't Hasner Hassall Hausa Havana Haven't Haversian Hawkins Hb Hct
  Heaf Heberden Hebra Hebrew Heerfordt Heimlich Heinz Helicobacter Heller Heminevrin Hemocue Henan Hendra Henle Henoch Hepato
  Hepatocellular Herceptin Hering Hertoghe Hertz Herxheimer Hesselbach Hgb Hickman Hicks Hidradenitis Hill-Sachs Himalayan Himalayas
  Hinchey Hindi Hindu Hippel Hirschberg Hirschsprung His Histoplasma Hmm Hodgkin Hoffman Hoffmann Holi Holter Homans Hoover Hordeolum
  Horlicks Horner Horton Howell Howship Hpc Hubei Hudson Huet Huët Hugger Hughes Humalog Humira Humulin Hungarian Hunner Hunter
  Huntington Hurler Hurthle Hürthle Hutchinson Hx Hymenolepis Hyperacusis Hyperarousal Hyperexcitable Hypernatraemia Hyperpronation
  Hypersplenism Hypersynchronous Hypervigilance Hypnovel Hypocalcaemia Hypomagnesaemia Hypoparathyroidism Hypostop Ibiza Icelandic Ie
  Igbo Igs Ikorel Imerslund Imigran Imm Imms Immunohistochemistry Imo Imodium Imp Implanon Imuran Inadine Incl Inderal India Indian
  Indonesia Indonesian Instagram Instanyl Instillagel Insulatard Intertrigo Inuit Invokana Iranian Iraqi Irish Ironman Ishihara
  Isoprenaline Isospora Israeli Istanbul Istin Italian Italy Ix Ixodes Jaccoud Jacksonian Jadassohn Jaeger Jain Jakarta Jakob Jamaican
  Jan Janeway January Januvia Japanese Jardiance Jarisch Jeddah Jefferson Jehovah Jelonet Jendrassik Jerusalem Jervell Jesus Jevity
  Jewish Jext Job Jobe Joffroy Johannesburg Johnson Jones Joseph July June Kallmann Kaltostat Kalydeco Kampala Kanavel Kannada Kanner
  Kaposi Karachi Kardia Karnofsky Kartagener Kasabach Katayama Kathmandu Kawasaki Kayser Kazakh Kdigo Kearns Keflex Kegel Kehr Kell
  Kellgren Kellgren-Lawrence Kelly Kenalog Kennedy Kenya Kenyan Keppra Kerley Kernig Kerr Ketalar Ketoconazole Khmer Kielland Kienbock
  Kienböck Kiesselbach Kilimanjaro Killip Kimmelstiel Kingella Kirby Kirschner Klaricid Klatskin Klean Klebs Klebsiella Klein Kleine
  Klexane Klinefelter Kliovance Klippel Klonopin Klumpke Kocher Koebner Kohler Köhler Kolkata Kong Koplik Koran Korea Korean Korsakoff
  Krabbe Krebs Krukenberg Kudo Kugelberg Kupffer Kurdish Kussmaul Kveim Kyleena Lachman Lacri-Lube Lactobacillus Ladd Laennec Laerdal
  Lafora Lagos Lahore Lambert Lamictal Lamisil Lancefield Lange Langenbeck Langerhans Langhans Lanoxin Lansky Lantus Lao Largactil
  Larsen Laryngomalacia Laryngopharyngeal Lasegue Lasègue Lasix Lassa Latin Latuda Latvian Lawrence Laxido Le Lebanese Leber Leeds
  Legg Legionella Lego Leh Lehane Leiden Leigh Leishman Leishmania Lemierre Lent Leopold Leptospira Leriche Lesch Lescol Leser
  Letterer Lev Levaquin Levemir Leventhal Levine Levitra Levonorgestrel Lewy Lexapro Leydig Lhasa Lhermitte Liberia Libman Libre
  Librium Libyan Lichtenberg Liddle Lidl Lille Lima Lioresal Lipiodol Lipitor Liposomal Lisbon Lisch Listeria Lithuanian Little Littre
  Livedo Liverpool Lloyd-Davies Loa Loeffler Loewenstein Loeys Löffler Lofgren Löfgren Lol Lomotil London Londoner Los Losec Lou
  Lovenox Lown Lucas Lucentis Lucozade Ludwig Lugano Lund Lusaka Luschka Lustral Lutembacher Lycra Lyell Lyme Lymphs Lynch Lyon Lyrica
  Maalox Mabthera MabThera Macedonian Machu Macintosh Macrobid Maddrey Madelung Madopar Madrid Madurella Maffucci Mag Magendie Magill
  Maisonneuve Majorca Malassezia Malawi Malay Malayalam Malaysian Malgaigne Mali Mallampati Mallorca Mallory Malnutrition Malpighi
  Malpighian Malta Maltese Mam Mama Manchester Mandarin Manila Mantoux Maori Māori Marathi Marburg Marcus Marfan Marie Marjolin
  Marmite Mary Maudsley Maxalt Maxolon Mayo McArdle McBurney McCune McDonald McDonalds McGinn McIsaac McMurray McRoberts Meckel
  Mediterranean Medrol Mees Mefloquine Meibomian Meigs Meissner Melbourne Melkersson Mendelson Menetrier Ménétrier Meniere Ménière
  Meningococcus Menkes Menopur Mepilex Mepitel Merkel Merseburg Mestinon Metalyse Methodist Mexican Mexico Meyer Miami Micardis
  Microgynon Microperforation Microsporum Midrid Mikulicz Milan Miller Milroy Minnesota Mirapexin Mirena Mirizzi Misfolded
  Mittelschmerz Mobitz Modecate Modified Mogadon Mohrenheim Mohs Moll Molluscum Mom Mommy Mon Monday Mondor Mongolian Monocryl Monod
  Monro Monteggia Montgomery Montreal Monuril Mooncup Moore Moraxella Morgagni Morganella Morison Mormon Moro Moroccan Morquio Morton
  Moscow Motilium Motrin Movicol Mozambique Mpox Mri Mucinex Mucodyne Mucor Mulder Müller Mullerian Müllerian Multisystem Mum Mumbai
  Mummy Munro Murdoch Murphy Muslim Musset Mycobacterium Mycoplasma Mydriacyl Myelodysplastic Myerson Myxomatous Na Naclerio Nad
  Naegele Naegleria Nairobi Nan Nana Nanny Naprosyn Narcan Nasolacrimal Nasonex Nb Nebuhaler Necator Neelsen Neer Negri Neisseria
  Nelaton Nelson Neocate Neoral Nepal Nepalese Nepali Nephroblastoma Netflix Netherton Neulasta Neupogen Neurocysticercosis
  Neurodevelopmental Neurontin Neuropsychiatric Neurotoxicity Neut Neuts Neville Newcastle Nexium Nexplanon Nhs Nice Nicorette Niemann
  Nigeria Nigerian Nikolsky Nile Nimbex Nintendo Nipah Nissl Nitroimidazole Nitrolingual Nizoral Nkda Noble Nocardia Nolvadex Noonan
  Nope Nordic Normacol Norovirus Norton Norvasc Norwegian Nottingham Nov November Novo Novomix NovoMix Novorapid NovoRapid Nozinan
  Nuchal Nugent Nulliparity Nurofen Nutella Nutramigen Nutrison Nutrizym Nuva Nystan Obs Octagam Octaplex October Oddi Oe Ogilvie
  Oilatum Ok Okay Omicron Ommaya Omnipaque Omnipod Onchocerca Ondine Opisthorchis Optiflow Oramorph Orencia Orgalutran Oriental
  Orientia Oromo Orthodox Ortolani Osaka Osborn Osgood Osler Osmolite Otoconia Otomize Otosporin Ottawa Otto Outerbridge Overreactive
  Oxford Oxis Oxy Oxycontin OxyContin Oxynorm OxyNorm Ozempic Ozurdex Pacific Pagan Paget Pakistan Pakistani Palexia Pamol Panadol
  Pancoast Pancreatology Paneth Pap Papa Papanicolaou Papile Papua Parac Paracet Paracoccidioides Paragonimus Parainfluenza Paramax
  Paramyxovirus Parathyroidectomy Pariet Parinaud Paris Parkinson Parkrun Parks Parlodel Partosure Partus Parvovirus Pashto Passover
  Pasteur Pasteurella Pastia Patau Patrick Patterson Paul Paxil Paxlovid Payne Paz Pcr Pel Pelger Pemberton Pendred Penrose Pentasa
  Pepcid Pepsi Peptamen Pepto Peptostreptococcus Percocet Periactin Pericoronitis Pericranial Peripartum Perkins Perls Permethrin
  Persantin Persian Perth Perthes Peru Peruvian Peutz Peyer Peyronie Pfannenstiel Phalen Phalens Phenergan Philadelphia Philippines
  Phonophobia Phos Phosphosoda Phuket Picchu Pick Pickwickian Picolax Pierre-Robin Pinard Pipelle Piriton Piroxicam Plaquenil
  Plasma-Lyte Plasmalyte Plasmodium Plaut Plavix Plendil Plesiomonas Pls Plt Plts Plummer Plz Pmh Pmhx Pneumococcus Pneumocystis
  Poland Polish Polyarteritis Polyhydramnios Polymyositis Pompe Poncet Porphyromonas Portuguese Poser Pott Poupart Poxvirus Pradaxa
  Prader Prague Praluent Praziquantel Predsol Pregabalin Prehn Premarin Preterax Prevacid Prevenar Prevotella Priadel Prialt Prilosec
  Pringle Prinzmetal Privigen Prograf Prolene Prolia Promixin Propionibacterium Propofol Proscar Prostap Protestant Proteus Protopic
  Providencia Provigil Prozac Prozone Prussian Ps Pseudomonas Puerto Puestow Pugh Pulmicort Pulmozyme Punjab Punjabi Purkinje Puumala
  QRisk Quaker Quanti Quantiferon Quervain Questran Queyrat Quincke Quran Qvar Rai Rajasthan Ramadan Ramipril Ramsay Ranexa Rankin
  Ranson Rapamune Ras Rastafarian Raymond Raynaud Re Rebif Recklinghausen Redon Redox Reed Reed-Sternberg Ref Refsum Reglan
  Reifenstein Reilly Reinke Reiter Relenza Relpax Relvar Remicade Remifentanil Rendu Renshaw Renvela Repatha Resonium Respimat Ret
  Retinoblastoma Retrovir Rett Revatio Reye Reynolds Rh Rheumatology Rhizopus Ribena Rican Richter Rickettsia Rickettsiae Rickham
  Riedel Rifater Rifle Rigevidon Rigler Riley Rilutek Riluzole Ringer Rinne Rio Risperdal Ritalin Ritter Rituxan Rivotril Riyadh Ro
  Roaccutane Robertshaw Robertson Robertsonian Robinson Robson Rocephin Rockall Rockwood Roesler Rokitansky Rolando Roma Romaña
  Romania Romanian Romano Romanus Romany Romberg Rombergism Rome Rorschach Rosai Rosenmuller Rosenmüller Rosenthal Roseola Rossolimo
  Rotarix Rotavirus Roth Rothmund Rotor Rotterdam Rous Rovsing Rozex Rubinstein Ruffini Rumpel Russell Russell-Silver Russian
  Rutherford Rx Ryle Ryles Sabril Sachs Sacroiliitis Saharan Saigon Sainsbury Saint Salamol Salazopyrin Salmon Salmonella Salter
  Salter-Harris Samoan Samsung Sandhoff Sandimmun Sando Sando-K Sandocal Sandostatin Sanfilippo Santorini Sarcoptes Sarnat Sars
  Saturday Savary Saxenda Scandishake Scedosporium Schamroth Schatzker Schatzki Scheibe Scheie Scheuermann Schilder Schiller Schilling
  Schirmer Schistosoma Schlatter Schmorl Schober Schonlein Schönlein Schwann Schwartz Scl Scottish Scouse Scr Segond Seidel Seldinger
  Senegal Sengstaken Senokot Seoul Septrin Serbian Serc Seretide Serevent Seroquel Serosal Seroxat Serratia Sever Sezary Sézary
  Shandong Shanghai Sheehan Sheffield Shenton Shenzhen Shigella Shona Shwachman Shx Shy Sicily Sign Sikh Silverman Simbrinza Simmonds
  Sims Sinemet Singaporean Singulair Sinhala Sipple Sis Sister Sjogren Sjögren Skene Skype Skyrizi Slovak Slovenian Slozem Smith
  Snellen Snickers Sniffly Soframycin Sokolow Soliris Solu-Cortef Solu-Medrol Somali Somalia Somatuline Sotacor Sotos Soz Spain
  Spanish Spasmonal Spigelian Spiriva Spiro Spitz Spodick Spongiotic Sporanox Sporothrix Sprengel Spurling Standford Stanford Staph
  Staphylococcus Starbucks Stargardt Starling Stauffer Steatorrhoea Steele Steell Steinberg Stelara Stellwag Stemetil Stemmer
  Stenotrophomonas Stensen Steri-Strip Sterimar Steristrips Sternberg Stevens Still Stilnoct Stokes Stop-Bang Strauss Strava Strep
  Streptobacillus Streptococcus Strongyloides Stugeron Sturge Sturge-Weber Suboxone Subutex Subway Sudafed Sudan Sudanese Sudeck
  Sudocrem Sunday Superantigen Suprax Surg Surgicel Sustanon Swahili Swan Swan-Ganz Swedish Swiss Sx Sydenham Sydney Sylvian Symbicort
  Syme Symmetrel Synacthen Synthroid Syntocinon Syntometrine Syrian Taenia Tagalog Tagamet Tagrisso Takayasu Takotsubo Talaromyces
  Tamiflu Tamil Tanner Tanzania Tanzanian Tarceva Tarlov Tay Tazocin Tbh Tegaderm Tegretol Tehran Telfast Telugu Temgesic Tenckhoff
  Tenerife Tenormin Tensilon Terry Terson Tesco Tesla Tetanospasmin Tetrabenazine Texas Thai Thailand Thessaly Thomas Thompson Thomsen
  Thromboangiitis Thudichum Thurs Thx Thyrogen Tibetan Tietze Tigrinya TikTok Tildiem Timentin Timoptol Tinel Tinels Tinetti Tisseel
  Toctino Todd Togo Tokyo Tolosa Tongan Tonometry Topamax Toradol Toronto Torsten Toujeo Tourette Toxocara Toxoplasma Tracleer
  Trajenta Tramacet Trandate Transtec Transurethral Transvaginal Traube Travatan Traveller Treacher Treitz Trelat Trélat Trelegy
  Trendelenburg Treponema Treponemes Tresiba Trethowan Trichinella Trichomonas Trichophyton Trichosporon Trichuris Trileptal
  Trinidadian Troisier Trop Tropheryma Trops Tropt Trousseau Truelove Trulicity Truvada Trypanosoma Tue Tuesday Tunisian Tuohy
  Turbohaler Turcot Turkish Turner Twi Tx Tylenol Tylex Tyndall Typhi Tysabri Tzanck Uber Uganda Ugandan Ugh Uhthoff Ukrainian
  Ultrapotent Ultravist Uncle Undrained Uniphyllin Unna Urdu Ureaplasma Urgh Urispas Urogynae Ursofalk Usher Utrogestan Uyghur Uzbek
  Vaisakhi Valium Valsalva Valtrex Vancouver Vanderbilt Vaseline Vater Veillonella Venesect Venofer Ventolin Ventouse
  Ventriculoperitoneal Venturi Versatis Vesicare Vfend Viagra Vibrio Vicks Vicodin Vicryl Victoza Vienna Vietnam Vietnamese Vimpat
  Vincent Virchow Viscotears Vitamin Vitus Vogt Volhard Volkmann Voltaren Voltarol Volumatic Von Vs Waaler Waardenburg Wada
  Waldenstrom Waldenström Waldeyer Wallenberg Wanna Warsaw Warthin Warticon Waterhouse Waterlow Waters Waterston Weber Wechsler
  Weetabix Wegener Wegovy Weil Weil-Felix Weingarten Weiss Wells Welsh Wenckebach Werdnig Wermer Werner Wernicke Werther West
  Westermark Westphal Wharton Whatsapp WhatsApp Whipple Whitacre Who Wi-Fi Wickham Widal Willebrand Williams Willis Wilms Wilson
  Winslow Winterbottom Wiskott Witebsky Witts Wolff Wolman Woltman Won't Wood Woods Wright Wrigley Wuchereria Wunderlich Xalatan Xanax
  Xarelto Xatral Xbox Xenical Xeplion Xhosa Xolair Xpert Xyzal Yangtze Yankauer Yasmin Yater Yentreve Yep Yersinia Yiddish York Yoruba
  YouTube Zaditen Zahn Zambia Zantac Zanzibar Zapain Zargar Zarit Zeis Zelboraf Zellweger Zenker Zestril Zhejiang Ziehl Zieve Zika
  Zimbabwe Zimbabwean Zimmer Zimmerman Zinnat Zirtek Zispin Zithromax Zocor Zofran Zoladex Zolgensma Zollinger Zoloft Zometa Zomig
  Zomorph Zonegran Zoom Zoonotic Zovirax Zubrod Zulu Zuska Zyban Zydol Zyloric Zyprexa Zytiga Zyvox`.split(
    /\s+/,
  ),
);

/** Eponyms and proper nouns of several words that a given name opens or closes. */
export const MEDICAL_PHRASES =
  /^(?:Graham Steell|Denis Browne|Ivor Lewis|Lennox[ -]Gastaut|Salter[ -]Harris|Austin Moore|Hunter Russell|Russell Silver|Silver Russell|Treacher Collins|Parkes Weber|Klippel Trenaunay|Bernard Soulier|Albers Schönberg|Simmonds Thompson|Smith Petersen|Miller Fisher|Louis Bar|Abbe Estlander|Marcus Gunn|Austin Flint|Lou Gehrig|(?:Sister )?Mary Joseph|Kellgren[ -]Lawrence|Paul[ -]Bunnell|Argyll Robertson|Ramsay Hunt|Carey Coombs|Charcot[ -]Marie(?:[ -]Tooth)?|Sierra Leone|Ivory Coast|Queen Anne|Lake Victoria|St\.? John|St Vitus|Virginia|Florida|Geneva|Jerusalem|Georgia|Gilles de la Tourette|Osler Weber Rendu|Stewart[ -]Treves|Wolff[ -]Parkinson[ -]White|Lawrence[ -]Moon|Laurence[ -]Moon|Ellis[ -]van Creveld|Cornelia de Lange|Blue Mountains)$/u;
