/** Makes of cars, drinks, cigarettes, food, shops, devices and vaccines, and breeds: histories name them, and they name no one. */
export const TRADE_NAMES: ReadonlySet<string> = new Set(
  `Adidas Alsatian Bexsero Camembert Chihuahua Dachshund Dalmatian Elastoplast Hayfever Labrador Parmesan Pekingese Pomeranian Prevenar Rottweiler Siamese Tdap Airbnb Aldi  Amatoxin Aperol Aptamil Asda AstraZeneca Audi Bacardi Baileys Barbie BioNTech Bisto Bluetooth Bovril Budweiser Buckfast Bupa
  Cadbury Camelbak  Carlsberg Cerelac Chevrolet Chevy Citroen Complan Comirnaty  Costco Dacia Deliveroo Dettol Dex Duracell Ducati Elfbar
   Facebook  Fanta  Fiat Fitbit  Fortisip Fortnite Gardasil Garmin Gatorade Google  Greggs Guinness Haribo Heineken
    Hoover Horlicks Huawei Hyundai Ikea Instagram Jaguar Jacuzzi   Juul Kawasaki Kia Lambrini  Lego Lemsip Lexus Lidl
  Lilt Lisfranc Lucozade Lyft Marlboro Marmite Maserati Mazda McDonalds Menactra   Moderna Mounjaro Nandos Nesquik Nestle Netflix Nike
  Nintendo Nissan Nivea Novavax Nutella Nutramigen  Ovaltine Oxo Pampers Panini Pepsi Peugeot Pfizer Piaggio Pimms Playstation Porsche Pringles
  Prosecco Quorn Radox Redbull Renault Ribena Ritalin Roundup Sainsburys Samsung Seiko Shingrix  Skoda Smirnoff Snickers  Spotify
   Starbucks  Subaru   Tefal Teflon Tesco Tesla Thermos TikTok Tizer  Toyota Tupperware Twix Uber Vaseline Vauxhall
  Velcro Vespa Vimto Volkswagen Volvo Waitrose Weetabix Windermere Xbox Yakult Yamaha YouTube Zumba Zwift`.split(
    /\s+/,
  ),
);
