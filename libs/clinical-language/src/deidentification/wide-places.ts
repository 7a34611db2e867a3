/** Countries, continents and the like, which a travel history may name. */
export const WIDE_PLACES: ReadonlySet<string> = new Set(
  `Afghanistan|Albania|Algeria|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|
  Benin|Bhutan|Bolivia|Bosnia|Botswana|Brazil|Bulgaria|Burundi|Cambodia|Cameroon|Canada|Chad|Chile|China|Colombia|Congo|Croatia|Cuba|Cyprus|
  Denmark|Djibouti|Ecuador|Egypt|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Greenland|
  Guatemala|Guinea|Guyana|Haiti|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|
  Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|
  Mauritania|Mauritius|Mexico|Moldova|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Burma|Namibia|Nepal|Netherlands|Holland|New Zealand|
  Nicaragua|Niger|Nigeria|North Korea|Norway|Oman|Pakistan|Palestine|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|
  Rwanda|Saudi Arabia|Senegal|Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|Korea|South Sudan|Spain|
  Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Trinidad|Tunisia|Turkey|Turkmenistan|Uganda|
  Ukraine|United Arab Emirates|UAE|UK|US|USA|United Kingdom|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|United States|America|
  Uruguay|Uzbekistan|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe|Zanzibar|Africa|Asia|Europe|Oceania|Antarctica|North America|South America|
  Latin America|Central America|Caribbean|Middle East|Far East|Mediterranean|Balkans|Sahara|Amazon Basin|Himalayas|Alps|Hong Kong|Macau|Bali|Goa|
  Punjab|Mecca|Earth|Arctic|Pacific|Atlantic|Western Europe|Eastern Europe|Southern Europe|Northern Europe|West Africa|East Africa|
  North Africa|Southern Africa|Central Africa|Southeast Asia|South Asia|East Asia|Central Asia|Sub-Saharan Africa|South-East Asia|
  South-east Asia|Bihar|Kerala|Assam|Bengal|West Bengal|Rajasthan|Gujarat|Tamil Nadu|Sindh|Kashmir|Java|Sumatra|Borneo|Sarawak|Papua|Siberia|Patagonia|
  Amazonas|Bahia|Yucatan|Oaxaca|Chiapas|Kurdistan|Anatolia|Sinai|Crimea|Sicily|Sardinia|Corsica|Crete|Guangdong|Guangxi|Yunnan|Sichuan|Hunan|Hubei|Henan|Hebei|Zhejiang|Jiangsu|Fujian|Shandong|Xinjiang|Tibet|Inner Mongolia|Hainan`
    .split('|')
    .map((name) => name.trim()),
);
