/** `high`: what is said there is likely lost. `medium`: it may be read wrongly. `low`: a habit of readers, rarely a fault. */
export type Severity = "high" | "medium" | "low";

export type LayoutWarningCode = keyof typeof layoutWarningTexts;

/** All warnings with what is wrong and what to do about it, also for the documentation. */
export const layoutWarningTexts = {
  "contacts-outside-text": {
    severity: "high",
    sentence: "Contact details stand only at the edge of the page or behind a link, where many systems do not look.",
    advice: "Write the e-mail address and the phone number below the name, in the text itself.",
  },
  "no-mail": {
    severity: "high",
    sentence: "No e-mail address was found.",
    advice: "Write one below the name, as text and not in a picture.",
  },
  "no-phone": {
    severity: "medium",
    sentence: "No phone number was found.",
    advice: "Write one below the name, with its country code.",
  },
  "hidden-text": {
    severity: "high",
    sentence: "Some text is hidden or white on white. Systems read it and may take it for an attempt to deceive.",
    advice: "Delete it, or make it visible if it belongs there.",
  },
  "tracked-changes": {
    severity: "high",
    sentence: "Tracked changes are still open. A system may read text that was deleted, or miss what was added.",
    advice: "Accept or reject all changes in Word before sending.",
  },
  "text-boxes": {
    severity: "high",
    sentence: "Some text stands in text boxes, which many systems skip.",
    advice: "Move it out of the boxes into the page itself.",
  },
  "roles-in-tables": {
    severity: "high",
    sentence: "Jobs or their duties stand in a table. Systems that read row by row mix up what belongs together.",
    advice: "Turn the table into plain text: one line for each fact, duties as a list.",
  },
  tables: {
    severity: "low",
    sentence: "Some text stands in tables. Most systems read a simple table, some mix up its columns.",
    advice: "Where it is a list of skills, write one line for each kind of skill.",
  },
  columns: {
    severity: "medium",
    sentence: "Parts stand in columns side by side. Some systems read straight across them.",
    advice: "Use one column.",
  },
  pictures: {
    severity: "low",
    sentence: "There are pictures. Whatever is written in them is not read.",
    advice: "Write as text what the pictures say; leave out portraits and bars that rate skills.",
  },
  "unusual-headings": {
    severity: "medium",
    sentence: "Some headings have words that systems do not know, so what stands below may be filed wrongly.",
    advice: "Use plain headings: Experience, Education, Skills, Certifications.",
  },
  "no-experience-heading": {
    severity: "medium",
    sentence: "Jobs are described, but no heading says that they are the work history.",
    advice: "Write “Professional Experience” above the first job.",
  },
  "unreadable-dates": {
    severity: "medium",
    sentence: "Some jobs have no dates that can be read, so systems cannot count the years.",
    advice: "Write month and year of begin and end, for example “Mar 2019 – Present”.",
  },
  "symbol-bullets": {
    severity: "medium",
    sentence: "Bullets come from a symbol font. They often turn into question marks or boxes.",
    advice: "Use Word’s own list with a round bullet.",
  },
  "typed-bullets": {
    severity: "low",
    sentence: "Bullets are typed as characters instead of being a list.",
    advice: "Select the lines and use Word’s list button.",
  },
  "small-text": {
    severity: "medium",
    sentence: "Part of the text is very small. People strain to read it, and scans of it fail.",
    advice: "Use 10 points or more.",
  },
  "unusual-fonts": {
    severity: "low",
    sentence: "The text is in a font that not every computer has, so it looks different elsewhere.",
    advice: "Use a common font such as Arial, Calibri or Times New Roman, or embed the font when saving.",
  },
  comments: {
    severity: "medium",
    sentence: "There are comments in the file, which everybody who opens it can read.",
    advice: "Delete all comments before sending.",
  },
  "many-pages": {
    severity: "low",
    sentence: "The resume is long. Readers rarely come to its last pages.",
    advice: "Shorten what is older than ten years.",
  },
  "file-name": {
    severity: "low",
    sentence: "The name of the file does not say whose resume it is, or has signs that some systems do not take.",
    advice: "Name it after the person, such as “Mira Solberg Resume.docx”.",
  },
} as const satisfies Record<string, { severity: Severity; sentence: string; advice: string }>;
