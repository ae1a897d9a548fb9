/**
 * Years in which versions came out, of technologies that resumes name with their version. Only what is certain stands here; the sources are the
 * release histories of each project (openjdk.org, postgresql.org, angular.dev, react.dev, nodejs.org, dotnet.microsoft.com, spring.io, php.net).
 */
const years: Readonly<Record<string, string>> = {
  Java: "7:2011 8:2014 9:2017 10:2018 11:2018 12:2019 13:2019 14:2020 15:2020 16:2021 17:2021 18:2022 19:2022 20:2023 21:2023 22:2024 23:2024 24:2025 25:2025",
  PostgreSQL: "9:2010 10:2017 11:2018 12:2019 13:2020 14:2021 15:2022 16:2023 17:2024 18:2025",
  Angular:
    "2:2016 4:2017 5:2017 6:2018 7:2018 8:2019 9:2020 10:2020 11:2020 12:2021 13:2021 14:2022 15:2022 16:2023 17:2023 18:2024 19:2024 20:2025",
  React: "16:2017 17:2020 18:2022 19:2024",
  "Vue.js": "2:2016 3:2020",
  "Node.js": "4:2015 6:2016 8:2017 10:2018 12:2019 14:2020 16:2021 18:2022 20:2023 22:2024 24:2025",
  ".NET": "5:2020 6:2021 7:2022 8:2023 9:2024 10:2025",
  "Spring Boot": "1:2014 2:2018 3:2022",
  PHP: "5:2004 7:2015 8:2020",
  Python: "3:2008",
  "SQL Server": "2005:2005 2008:2008 2012:2012 2014:2014 2016:2016 2017:2017 2019:2019 2022:2022",
  "Windows Server": "2003:2003 2008:2008 2012:2012 2016:2016 2019:2018 2022:2021 2025:2024",
};

const byTechnology = new Map(
  Object.entries(years).map(([technology, versions]) => [
    technology,
    new Map(versions.split(" ").map((pair) => pair.split(":").map(Number) as [version: number, year: number])),
  ]),
);

/** The year of the version that is written behind a technology's name ("Java 17", "Angular v12+"), or null. `behind` is the text that follows it. */
export function yearOfVersion(technology: string, behind: string): number | null {
  const versions = byTechnology.get(technology);
  const written =
    versions && /^\s*(?:\(\s*)?(?:v|ver|version)?\.?\s*(\d{1,4})(?!\d|\s*(?:years?|%|\+?\s*years?))/i.exec(behind)?.[1];
  return written ? (versions.get(Number(written)) ?? null) : null;
}
