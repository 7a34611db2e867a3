/**
 * Family names that dictionaries also hold as words or that medicine knows as eponyms (Baker, Khan, Murphy), and the commonest of many
 * countries, from what is commonly known. Any other family name is told by being in no dictionary.
 */
export const SURNAMES: ReadonlySet<string> = new Set(
  `Abbasi Abbott Abe Adams Adeyemi Ahmad Ahmed Akhtar Ali Amoah Anderson Andrew Andrews Ansari Aoki Appiah Archer Armstrong Asante Bailey
  Baker Balogun Banda Barker Barnes Baron Barrett Barton Bass Bauer Bautista Becker Beech Begum Bekele Bello Bennett Berry Bianchi
  Birch Bird Bishop Blackburn Blake Blossom Boateng Bolton Bond Bondarenko Booth Bose Botha Bowman Bradley Braun Brook Brooks Bruno
  Bui Burgess Burke Burns Burton Butler Byrne Cain Cameron Campbell Carpenter Carr Carter Chambers Chan Chandler Chang Chapel Chapman
  Chen Cheng Chiu Cho Choi Chopra Chow Chowdhury Christie Chu Chua Clark Clarke Cohen Cole Collins Colombo Conti Cook Cooke Cooper
  Costa Craig Crane Crawford Cruz Cunningham Curtis Dale Daly Dang Daniels Das Davidson Davies Davis Dawson Deacon Dean Denton Desai
  Diamond Diaz Dixon Dlamini Dodd Donnelly Doyle Drake Draper Duffy Duke Duncan Dunn Duong Dyer Earl Edwards Elliott Ellis Elms Endo
  Esposito Evans Eze Faith Feng Ferguson Fernandez Ferrari Ferreira Finch Finlay Fischer Fisher Fitzgerald Fleming Fletcher Flores
  Flynn Ford Forester Forrest Foster Fowler Fox Francis Fraser Freeman Friedman Fung Gallagher Gao Garcia Gardiner Gardner Garner
  Gibson Gilbert Gill Glenn Glover Goddard Goh Gomez Gonzalez Goode Gooden Goodman Gordon Gould Graham Grant Greco Greenwood Gregory
  Griffiths Guo Gupta Haile Hamilton Hammond Hancock Harding Hardy Hare Harper Harris Harrison Hart Hartmann Harvey Hasan Hashmi
  Hassan Hawkins Hayes Haynes Hedges Henderson Hernandez Heron Herring Hewitt Hicks Higgins Hobbs Hodgson Hoffmann Hogg Holmes Hooper
  Hope Hopkins Horton Howard Howe Howell Hsu Huang Hudson Hughes Humphreys Hunt Hunter Hussain Hussein Hutchinson Huynh Ikeda Ingram
  Irons Irvine Ito Ivanov Iyer Jackson James Jang Jarvis Jenkins Jeong Jewell Jiang Johnson Johnston Jones Jordan Joshi Joyce Juma
  Jung Kamau Kan Kapoor Kato Katz Kaur Kay Kaye Kelly Kemp Kennedy Kent Kerr Khan Khumalo Kim King Kirk Klein Knight Kobayashi Koch
  Koh Kowalski Krause Krüger Kuznetsov Kwan Kwok Kwon Köhler Lai Lamb Lambert Lange Lau Lawrence Lawson Leach Lehmann Leung Levi Levy
  Lewis Liang Liao Lilley Lim Lin Ling Lister Liu Lloyd Lopez Love Lowe Lucas Luo Ly Lynch Lyons Maier Mak Malik Manning Mao Marino
  Marsh Marshall Martin Martinez Mason Matthews McCarthy McDonald McDonnell McGrath McKenzie McLean McMillan Mead Meadows Mehta Mellor
  Melnyk Mendoza Mensah Meyer Miah Middleton Miller Mills Mir Mirza Mitchell Mok Monk Moore Moran Morgan Mori Morris Moss Moyo Mullen
  Murphy Murray Musa Mwangi Müller Naidoo Nair Nakamura Nash Naylor Ncube Ndlovu Nelson Neumann Newman Newton Nguyen Nicholls Nichols
  Nicholson Nightingale Nkosi Nolan Norman Norris Norton Novak Nowak Nunn Obi Ocampo Okafor Okeke Okoro Oliveira Oliver Ong Ono
  Osborne Osei Ota Otieno Owen Owusu Palmer Pan Papadopoulos Parker Parkes Parry Parsons Partridge Patel Paterson Patterson Payne
  Peacock Pearce Pearson Peck Peng Penny Pereira Perez Perkins Perry Peters Petrov Petty Pham Phan Phillips Phiri Pickering Pillai
  Pillay Piper Plummer Pollard Poole Pope Popov Porter Potter Powell Powers Pratt Preston Prince Qian Qin Quinn Qureshi Rahman Rainey
  Ramirez Ramos Ramsay Rana Randall Rao Ray Reed Rees Reid Reyes Reynolds Rhodes Ricci Rice Richards Richardson Richter Riley Rivera
  Rivers Roberts Robertson Robinson Robson Rodriguez Roe Rogers Romano Rose Rossi Rowe Rowley Roy Russell Russo Ryan Saddler Salmon
  Salter Sanchez Sanders Sanderson Sani Santos Sato Saunders Sawyer Schmidt Schneider Schofield Schröder Schulz Schwarz Scott Sen Seo
  Shah Sharma Shaw Sheikh Shen Shepard Shepherd Sheppard Shetty Shi Shin Shum Siddiqui Silva Simpson Sims Sinclair Singer Singh Siu
  Skinner Slade Slater Smirnov Smith Sousa Sparrow Spencer Spicer Stafford Stanley Steele Stephens Stevens Stevenson Stewart Stokes
  Stone Stuart Sullivan Sutton Suzuki Swan Swift Sykes Takahashi Talbot Tanaka Tang Tanner Tate Taylor Teo Tesfaye Thatcher Thomas
  Thompson Thorn Thorne Thornton Tian Tomlinson Torres Townsend Tran Tsang Tse Tsui Tucker Turner Tyler Uddin Ueda Vaughan Verma
  Vincent Volkov Wade Wagner Wainwright Walker Wallace Walsh Walters Walton Wang Warner Warren Watanabe Watkins Watson Watts Weaver
  Webb Webber Weber Webster Wei Welch Wen Werner Weston Wheatley Wheeler Whitehead Wilkins Wilkinson Williams Willis Wilson Winters
  Wojcik Wolf Wolfe Wong Woods Woodward Wren Wright Wyatt Xie Xue Yamamoto Yan Yang Yao Yates Yeung Yip Yoo Yoon Young Yuan Yuen Zaidi
  Zeng Zhang Zhao Zheng Zhou Zhu Zimmermann Zou Zulu`.split(/\s+/),
);

/** Family names that notes write with a capital as ordinary words too: a name only where one is announced. */
export const WORDY_SURNAMES: ReadonlySet<string> = new Set(
  `Ash Banks Bell Best Bibi Black Bloom Bridges Bright Brown Bull Bush Butt Castle Church Constable Cross Crown Day English Fan Field
  Fields Flowers French Frost Fuller Gale Garden Gold Good Gray Green Grey Hale Hall Han Heath Hill Ho Holland Hong House Hu Hui Judge
  Kang Kitchen Lake Lam Lane Law Lawn Le Lee Li Little Lo Long Lord Lu Ma Major Mann Moon Moor Ng Noble North Page Park Parks Pike
  Pool Pound Pounds Power Price Priest Read Rich Savage Sergeant Sharp Short Silver Small Snow Song Squire Steel Storm Strong Su
  Summers Sun Tam Tan Tao Temple Tower Vo Wan Ward Waters Wells Welsh West White Winter Wise Wood Wu Xu Ye York Yu`.split(
    /\s+/,
  ),
);

/** Virtues, stones, seasons and pets that people are called by. */
export const WORDS_AS_NAMES: ReadonlySet<string> = new Set(
  `Ace Amber Archer Autumn Basil Bishop Blaze Blessing Blossom Bramble Buck Buddy Butch Candy Champ Chance Chip Clover Comfort Cookie
  Cooper Coral Crystal Destiny Diamond Duchess Duke Dusty Earl Favour Fortune Genesis Gift Ginger Godfrey Godwin Goldie Goodluck
  Goodness Happiness Harmony Heaven Honey Hunter Innocent Jade Jet Jewel Journey Junior Juniper Justice King Lofty Lucky Marigold
  Marvelous Mason Melody Nevaeh Ocean Opal Parker Patience Peace Peaches Pearl Penny Petal Phoenix Piper Precious Prince Princess
  Promise Queenie Rain Red Royal Ruby Rocky Rusty Saffron Sage Sandy Scout Shorty Skip Skyler Smokey Sonny Sparky Spike Star Starr Sterling
  Storm Sugar Summer Tansy Tex Tiny Treasure Wisdom`.split(/\s+/),
);
