/** Towns in which many jobs are, under the names by which requirements call them. Other towns are read where a label or a state stands beside them. */
const towns = [
  "Aachen, Augsburg, Basel, Berlin, Bern, Bielefeld, Bochum, Bonn, Braunschweig, Bremen, Chemnitz, Darmstadt, Dortmund, Dresden, Duisburg, Düsseldorf",
  "Erfurt, Erlangen, Essen, Frankfurt am Main, Frankfurt, Freiburg, Genf, Graz, Halle, Hamburg, Hannover, Heidelberg, Heilbronn, Ingolstadt, Innsbruck",
  "Karlsruhe, Kassel, Kiel, Koblenz, Köln, Leipzig, Linz, Ludwigshafen, Luzern, Lübeck, Magdeburg, Mainz, Mannheim, München, Münster, Nürnberg",
  "Osnabrück, Potsdam, Regensburg, Rostock, Saarbrücken, Salzburg, Stuttgart, Ulm, Walldorf, Wien, Wiesbaden, Wolfsburg, Wuppertal, Würzburg, Zürich, Zug",
  "Aix-en-Provence, Bordeaux, Brest, Bruxelles, Clermont-Ferrand, Dijon, Genève, Grenoble, La Défense, Lausanne, Lille, Lyon, Marseille, Metz, Montpellier",
  "Montréal, Nancy, Nantes, Nice, Niort, Orléans, Paris, Québec, Reims, Rennes, Rouen, Sophia Antipolis, Strasbourg, Toulouse, Tours",
  "Alicante, Barcelona, Bilbao, Bogotá, Buenos Aires, Ciudad de México, Guadalajara, La Coruña, Lima, Madrid, Málaga, Medellín, Monterrey, Montevideo",
  "Murcia, Santiago de Chile, Sevilla, Valencia, Valladolid, Vigo, Zaragoza",
  "Bari, Bergamo, Bologna, Brescia, Catania, Firenze, Genova, Milano, Modena, Napoli, Padova, Palermo, Parma, Roma, Torino, Trento, Trieste, Venezia, Verona",
  "Belo Horizonte, Brasília, Braga, Campinas, Coimbra, Curitiba, Florianópolis, Fortaleza, Lisboa, Porto Alegre, Porto, Recife, Rio de Janeiro, Salvador, São Paulo",
  "Aberdeen, Amsterdam, Antwerp, Athens, Belfast, Birmingham, Bratislava, Brighton, Bristol, Brno, Brussels, Bucharest, Budapest, Cambridge, Cardiff, Cluj-Napoca",
  "Cologne, Copenhagen, Cork, Dublin, Edinburgh, Eindhoven, Florence, Galway, Gdansk, Geneva, Glasgow, Gothenburg, Hanover, Helsinki, Istanbul, Katowice, Kraków",
  "Krakow, Kyiv, Leeds, Lisbon, Liverpool, Ljubljana, London, Luxembourg, Malmö, Manchester, Milan, Munich, Naples, Newcastle, Nottingham, Nuremberg, Oslo, Oxford",
  "Poznań, Prague, Riga, Rome, Rotterdam, Seville, Sheffield, Sofia, Stockholm, Tallinn, The Hague, Turin, Utrecht, Venice, Vienna, Vilnius, Warsaw, Wrocław, Zagreb, Zurich",
  "Atlanta, Austin, Baltimore, Boston, Calgary, Charlotte, Chicago, Cincinnati, Cleveland, Dallas, Denver, Detroit, Houston, Indianapolis, Jersey City, Kansas City",
  "Las Vegas, Los Angeles, Miami, Milwaukee, Minneapolis, Montreal, Nashville, New Jersey, New York City, New York, Omaha, Orlando, Ottawa, Palo Alto, Philadelphia",
  "Phoenix, Pittsburgh, Plano, Raleigh, Redmond, Richardson, Sacramento, Salt Lake City, San Antonio, San Diego, San Francisco, San Jose, Seattle, Silicon Valley",
  "St. Louis, Sunnyvale, Tampa, Toronto, Vancouver, Washington DC, Wilmington",
  "Abu Dhabi, Ahmedabad, Auckland, Bangalore, Bengaluru, Brisbane, Chennai, Delhi, Dubai, Gurgaon, Gurugram, Hong Kong, Hyderabad, Johannesburg, Kochi, Kolkata",
  "Kuala Lumpur, Melbourne, Mumbai, New Delhi, Noida, Perth, Pune, Riyadh, Singapore, Sydney, Tel Aviv, Tokyo",
].flatMap((line) => line.split(", "));

const named = [...towns]
  .sort((one, other) => other.length - one.length)
  .map((town) => town.replace(/\./g, "\\."))
  .join("|");

/** What leads to a place where somebody works. "From" and "to" do as well in travel plans, and count for nothing. */
const inTown = new RegExp(
  `(?<!\\p{L})(?:in|at|near|based|bei|à|en|em|a|su|standort|einsatzort|ort|lieu|sede|location|office)\\s+(?:downtown\\s+|the\\s+)?(?<town>${named})(?![\\p{L}\\d])(?:, (?:France|Germany|Deutschland|Spain|España|Italy|Italia|Portugal|Brasil|India|UK|Ireland|Switzerland|Schweiz|Austria|Österreich|Canada|USA))?`,
  "iu",
);

/** A large town that a text says the work is in, as a range with its country; null where it names none. */
export function knownTownIn(text: string): { at: number; length: number } | null {
  const match = inTown.exec(text);
  const town = match?.groups?.town;
  if (!match || !town || !/^\p{Lu}/u.test(town)) return null;
  const at = match.index + match[0].indexOf(town);
  return { at, length: match.index + match[0].length - at };
}
