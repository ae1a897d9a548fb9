import { foldCase } from "./months";
import { Pattern } from "./pattern";
import { WordFilter } from "./word-filter";

/** Words that name a job, in the eight languages, folded. Endings are left open: "develop" covers "developer" and "development". */
const TITLE_WORDS =
  "developer|engineer|consultant|manager|analyst|architect|administrator|admin|programmer|designer|lead|leader|director|specialist|associate|assistant|officer|executive|coordinator|supervisor|technician|technologist|tester|scientist|accountant|auditor|teacher|lecturer|professor|trainer|instructor|teller|cashier|clerk|receptionist|secretary|nurse|pharmacist|doctor|radiographer|electrician|mechanic|machinist|operator|driver|inspector|foreman|planner|buyer|recruiter|representative|salesman|agent|advisor|adviser|attorney|lawyer|paralegal|editor|writer|journalist|chef|cook|waiter|waitress|barista|president|ceo|cto|cfo|coo|vp|chairman|partner|founder|owner|head|chief|principal|expert|support|member|sales|dba|devops|sre|sdet|qa|intern|scrum master|product owner|business partner|banker|broker|controller|researcher|fellow|worker|labourer|laborer|guard|surveyor|draftsman|estimator|superintendent|steward|freelancer|contractor|ingenieur|developpeur|developpeuse|responsable|directeur|directrice|charge|chargee|chef|gestionnaire|analyste|technicien|technicienne|comptable|assistante|conseiller|vendeur|vendeuse|ingeniero|ingeniera|desarrollador|desarrolladora|gerente|jefe|jefa|coordinador|coordinadora|analista|tecnico|tecnica|administrador|administradora|asistente|encargado|consultor|consultora|contador|vendedor|engenheiro|engenheira|desenvolvedor|desenvolvedora|diretor|coordenador|assistente|estagiario|ingegnere|sviluppatore|sviluppatrice|responsabile|direttore|consulente|impiegato|impiegata|contabile|addetto|entwickler|entwicklerin|ingenieurin|leiter|leiterin|berater|beraterin|sachbearbeiter|sachbearbeiterin|mitarbeiter|mitarbeiterin|geschaftsfuhrer|kaufmann|kauffrau|techniker|referent|referentin|werkstudent|projektleiter|teamleiter";
const TITLE_OTHER =
  /इंजीनियर|प्रबंधक|डेवलपर|सहायक|अधिकारी|शिक्षक|विश्लेषक|सलाहकार|निदेशक|工程师|经理|主管|总监|顾问|分析师|设计师|助理|专员|开发|架构师|会计|教师|主任|实习/;
const TITLE = new Pattern(`(?<![\\p{L}])(?:${TITLE_WORDS})s?(?![\\p{L}])`);

const TITLE_BEGINS = new WordFilter(TITLE_WORDS.split("|").flatMap((words) => beginnings(words)));

const EMPLOYER_WORDS = String.raw`ltd|limited|pvt|private|llc|llp|inc|incorporated|corp|corporation|co|company|gmbh|ag|kg|sarl|sas|sa|s\.a|spa|s\.p\.a|srl|s\.r\.l|ltda|bv|plc|pte|technologies|technology|technologia|solutions|solution|systems|services|software|infotech|infosystems|consulting|consultancy|consultants|group|holdings|bank|hospital|clinic|university|college|school|institute|academy|ministry|department of|council|industries|enterprises|international|global|labs|laboratories|associates|agency|foundation|m/s`;
const EMPLOYER = new Pattern(
  String.raw`(?<![\p{L}])(?:${EMPLOYER_WORDS})(?![\p{L}])|公司|集团|银行|大学|医院|लिमिटेड|कंपनी`,
);
const EMPLOYER_BEGINS = new WordFilter(EMPLOYER_WORDS.split("|").flatMap((words) => beginnings(words)));

/** The first word of a name of one or more, alone and in the plural. */
function beginnings(words: string): string[] {
  const first = /^[a-z]+/.exec(words)![0];
  return [first, `${first}s`];
}

/** How many job-title words a text holds. */
export function titleWords(text: string): number {
  if (!TITLE_BEGINS.mayHold(text)) return 0;
  const folded = foldCase(text);
  return TITLE.in(folded).length + (TITLE_OTHER.test(text) ? 1 : 0);
}

/** True if a text names a kind of company or institution. */
export function namesEmployer(text: string): boolean {
  return EMPLOYER_BEGINS.mayHold(text) && EMPLOYER.isIn(text.toLowerCase());
}

/** What is no employment: trainings, and projects made at school or at home. */
export function isStudentWork(text: string): boolean {
  return STUDENT_WORK.isIn(foldCase(text));
}

/** Headings of sections that hold such work. */
export function headsStudentWork(text: string): boolean {
  return (
    isStudentWork(text) ||
    /(?<![\p{L}])(?:academic|college|university|school|personal|github|student|mini|hobby|curricular|volunteer\w*|side projects|open source|training)(?![\p{L}])/iu.test(
      foldCase(text),
    )
  );
}

const STUDENT_WORK = new Pattern(
  String.raw`(?<![\p{L}])(?:in\s*[-–]?\s*plant training|summer training|industrial training|(?:academic|college|university|school|final year|semester|mini|b\.?\s?tech|m\.?\s?tech|b\.?\s?e|personal|student) projects?)(?![\p{L}])`,
);

/** Internships are employment to some readers and not to others. */
export function isInternship(text: string): boolean {
  return /(?<![\p{L}])(?:interns?|internships?|stagiaire|praktikum|praktikant\w*|pasantia|practicas|estagio|estagiari[oa]|tirocinio|tirocinante)(?![\p{L}])|实习/iu.test(
    foldCase(text),
  );
}

const DEGREE = new Pattern(
  String.raw`(?<![\p{L}])(?:bachelor|master of|masters|b\.?\s?tech|m\.?\s?tech|b\.?\s?sc|m\.?\s?sc|b\.?\s?com|m\.?\s?com|mca|bca|mba|bba|ph\.?\s?d|doctorate|diploma|degree|graduat\w+|intermediate|ssc|hsc|sslc|cgpa|gpa|matriculation|licence|licenciatura|laurea|abitur|baccalaureat|percentage|secondary school|high school|学士|硕士|本科|博士|स्नातक)(?![\p{L}])`,
);

export function namesDegree(text: string): boolean {
  return DEGREE.isIn(foldCase(text));
}
