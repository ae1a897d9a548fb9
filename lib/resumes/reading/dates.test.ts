import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDateRanges, parseDatePoint } from "./dates";

function ranges(text: string): string[] {
  return findDateRanges(text).map(({ period: { start, end, current } }) => {
    const point = (at: typeof start): string =>
      at ? `${at.year}${at.month ? `-${String(at.month).padStart(2, "0")}` : ""}` : "?";
    return `${point(start)}..${current ? "now" : point(end)}`;
  });
}

describe("date ranges", () => {
  it.each([
    ["Jan 2020 - Present", "2020-01..now"],
    ["January, 2020 – December, 2021", "2020-01..2021-12"],
    ["2020 AUG to Till Date", "2020-08..now"],
    ["AUG-2019 to JULY-2020", "2019-08..2020-07"],
    ["May’19 to Mar’2021", "2019-05..2021-03"],
    ["(22nd  Mar 2024 – 12th May 2024)", "2024-03..2024-05"],
    ["05/2015 - 11/2020", "2015-05..2020-11"],
    ["12/05/2018 - 04/06/2019", "2018-05..2019-06"],
    ["2018-05 – 2019-06", "2018-05..2019-06"],
    ["April 07 – Sept 07", "2007-04..2007-09"],
    ["Dec 98 to Nov 01", "1998-12..2001-11"],
    ["2003-2007", "2003..2007"],
    ["From: June-2014 to: Present", "2014-06..now"],
    ["Since June 2019", "2019-06..now"],
    ["May - Aug 2019", "2019-05..2019-08"],
    ["Sep. 2023 Mar. 2024", "2023-09..2024-03"],
    ["Clerk (2013)", "2013..?"],
    ["mars 2018 – aujourd'hui", "2018-03..now"],
    ["depuis février 2020", "2020-02..now"],
    ["enero de 2014 a febrero de 2018", "2014-01..2018-02"],
    ["março de 2018 até o momento", "2018-03..now"],
    ["gennaio 2014 – oggi", "2014-01..now"],
    ["März 2018 bis heute", "2018-03..now"],
    ["seit Juli 2021", "2021-07..now"],
    ["जनवरी 2014 से वर्तमान", "2014-01..now"],
    ["2018年3月 – 至今", "2018-03..now"],
    ["2014年1月至2018年2月", "2014-01..2018-02"],
  ])("%s", (text, expected) => {
    expect(ranges(text)).toEqual([expected]);
  });

  it.each([
    "+1 (312) 555-0142",
    "Windows 2000 and 2003",
    "Room 2014, floor 3",
    "2021 - 2018",
    "Served 2000 to 3000 guests",
    "",
  ])("none in %j", (text) => {
    expect(ranges(text)).toEqual([]);
  });

  it("keeps the words of the file and their place", () => {
    const text = "Engineer, Zürich, März 2018 – heute (Teilzeit)";
    const [range] = findDateRanges(text);
    expect(range).toMatchObject({ start: "März 2018", end: "heute" });
    expect(text.slice(range?.from, range?.to)).toBe("März 2018 – heute");
  });

  it("reads every month and year that it is given", () => {
    const names = ["Jan", "Feb", "March", "April", "May", "Jun", "July", "Aug", "Sept", "Oct", "Nov", "December"];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1950, max: 2099 }),
        fc.constantFrom(" ", "-", " of ", ", ", "."),
        (month, year, gap) => {
          expect(parseDatePoint(`${names[month]}${gap}${year}`)).toEqual({ year, month: month + 1 });
        },
      ),
    );
  });

  it("any text gives ranges within it, in order", () => {
    const part = fc.constantFrom("Jan", "2019", "-", " ", "to", "present", "05/", "(", "é", "年", "İ", "’", "11");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const { from, to } of findDateRanges(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeLessThanOrEqual(text.length);
          last = to;
        }
      }),
    );
  });
});
