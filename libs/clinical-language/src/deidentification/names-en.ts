/** Given names that are no ordinary words and no clinical eponyms; enough to notice a name that stands alone. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `Aaron Abigail Adam Adrian Agnes Ahmed Alan Albert Alex Alexander Alice Alison Amanda Amelia Amir Amy Andrea Andrew Angela Anna Anne
  Anthony Arthur Ashley Barbara Benjamin Bernard Betty Brandon Brenda Brian Bruce Carlos Carol Caroline Catherine Cheryl Chloe Chris
  Christina Christine Christopher Claire Colin Craig Cynthia Daniel Danielle David Deborah Denise Dennis Diana Diane Donald Donna Dorothy
  Douglas Edith Edward Edwin Eileen Elaine Eleanor Elizabeth Ella Ellen Emily Emma Eric Erica Ethan Eva Evelyn Fatima Fiona Frances
  Francis Gareth Gary Gavin Geoffrey George Gerald Gillian Gloria Gordon Greg Gregory Hannah Harold Harry Heather Helen Henry
  Howard Hugh Ian Imran Irene Isabel Isabella Jack Jacob Jacqueline James Jamie Jane Janet Janice Jason Jean Jeffrey Jennifer Jeremy
  Jessica Joan Joanna Joe Joel John Jonathan Jose Joseph Joshua Joyce Juan Judith Judy Julia Julian Julie Justin Karen Katherine
  Kathleen Kathryn Katie Keith Kelly Kenneth Kevin Kimberly Kyle Laura Lauren Lawrence Leah Leslie Liam Linda Lisa Louise Lucas Lucy Luis
  Luke Lynn Madison Marcus Margaret Maria Marie Marilyn Mario Martha Martin Mary Matthew Megan Melissa Michael Michelle Miguel
  Mohamed Mohammed Muhammad Nancy Naomi Natalie Nathan Neil Nicholas Nicola Nicole Nigel Noah Nora Oliver Olivia Oscar Pamela Patricia
  Patrick Paul Paula Peter Philip Phillip Priya Rachel Ralph Raymond Rebecca Richard Robert Roger Ronald Rosemary Roy Russell Ruth Ryan
  Samantha Samuel Sandra Sarah Scott Sean Sharon Sheila Shirley Simon Sophia Sophie Stephanie Stephen Steven Stuart Susan Sylvia Tanya
  Teresa Theresa Thomas Timothy Tina Tracy Trevor Valerie Vanessa Veronica Vincent Walter Wendy William Yvonne Zachary Zoe`.split(
    /\s+/,
  ),
);

/** Capitalised words that open a sentence or describe a person without naming one. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  `A An The This That Our Your His Her She He They It We I On In At Of For With From After Before During When While If And But Or No Not
  African American Asian Chinese Indian Hispanic Latino Latina Caucasian White Black Native European British English Irish Scottish Welsh
  Afro Caribbean Previously Healthy Obese Pregnant Elderly Young Male Female Man Woman Patient Past Family Social History Chief Complaint
  Physical Examination Emergency Department General Medical Case Report Presenting Mr Mrs Ms Miss Dr Professor Known Type Stage Grade
  Said Says Has Had Is Was Who Reports Denies Presents Complains Temperature Pulse Blood Heart Chest Abdominal Monday Tuesday Wednesday
  Thursday Friday Saturday Sunday January February March April May June July August September October November December`.split(
    /\s+/,
  ),
);

/** Names that live on in signs, scores and diseases: never masked when what follows says so. */
export const EPONYM_FOLLOWERS =
  /^(?:'s|s'|’s)?[ -](?:disease|syndrome|sign|signs|test|score|criteria|triad|point|node|nodes|line|lines|law|reflex|palsy|chorea|phenomenon|contracture|fracture|lymphoma|sarcoma|tumou?r|thyroiditis|arteritis|purpura|nodules?|maneuver|manoeuvre|classification|scale|index|an(?:a)?emia|encephalopathy|colitis|o?esophagus|ulcer|spots?|crisis|glands?|hernia|diverticulum)\b/i;
