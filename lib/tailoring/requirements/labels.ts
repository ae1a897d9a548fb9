import type { Evidence } from "./requirement";
import type { TextLine } from "./clean-text";

/** What a label in front of a value says the value is. */
export type LabelKind =
  | "title"
  | "client"
  | "company"
  | "vendor"
  | "contact"
  | "email"
  | "phone"
  | "place"
  | "workplace"
  | "duration"
  | "rate"
  | "start"
  | "authorisation"
  | "experience"
  | "must"
  | "nice"
  | "duties";

/** Labels in English, German, French, Spanish, Italian and Portuguese, the main ones in Chinese and Hindi. Longer ones win. */
const words: Record<LabelKind, string> = {
  title:
    "job title|title|job role|role name|role|position title|position|job position|requirement|job|opening|open position|designation|vacancy|we need|rolle|stelle|stellenbezeichnung|stellentitel|gesucht|poste|intitulé du poste|intitulé|titre|puesto|cargo|posición|título|vacante|ruolo|posizione|figura|vaga|função|posição|职位|岗位|पद|पदनाम",
  client:
    "client|end client|end client name|client name|direct client|end customer|customer|kunde|endkunde|client final|cliente|cliente final|cliente finale|客户|ग्राहक",
  company:
    "company|company name|employer|organization|organisation|unternehmen|firma|entreprise|société|empresa|azienda|società|公司|कंपनी",
  vendor:
    "vendor|prime vendor|vendor name|implementation partner|implementation|implementer|system integrator|agency|staffing partner|dienstleister|vermittler|agentur|prestataire|cabinet|proveedor|agencia|fornitore|agenzia|fornecedor|agência",
  contact:
    "contact|contact person|contact name|point of contact|poc|recruiter|recruiter name|hiring manager|ansprechpartner|ansprechpartnerin|kontakt|interlocuteur|contacto|persona de contacto|referente|contatto|contato|联系人|संपर्क",
  email: "e-mail|email|mail|email id|e-mail id|correo|courriel|邮箱|ईमेल",
  phone:
    "phone|tel|telephone|mobile|cell|direct|desk|office|phone number|telefon|mobil|téléphone|teléfono|telefono|telefone|电话|手机|फ़ोन",
  place:
    "location|loc|based in|work location|job location|client location|locations|location of work|place|place of work|city|site|arbeitsort|einsatzort|ort|standort|lieu|localisation|lieu de travail|lieu de mission|lieu de la mission|ubicación|lugar|lugar de trabajo|localidad|sede|sede di lavoro|luogo|luogo di lavoro|local|localização|local de trabalho|地点|工作地点|स्थान",
  workplace:
    "work mode|work model|working model|work type|workplace|work arrangement|remote/onsite|onsite/remote|remote|mode of work|work setting|arbeitsmodell|remote-anteil|télétravail|modalité|modalidad|modalità|regime|工作方式",
  duration:
    "duration|contract duration|contract length|length|term|contract term|project duration|contract|job type|employment type|type|dauer|laufzeit|projektdauer|vertragsart|durée|durée de la mission|type de contrat|duración|tipo de contrato|durata|durata del contratto|tipo di contratto|duração|tipo de contratação|期限|合同期限|अवधि",
  rate: "rate|bill rate|pay rate|hourly rate|max rate|rate range|pay range|pay|salary|salary range|compensation|budget|remuneration|ctc|package|stundensatz|tagessatz|honorar|gehalt|jahresgehalt|vergütung|tjm|taux|taux journalier|salaire|rémunération|budget|tarifa|salario|sueldo|remuneración|retribuzione|tariffa|ral|compenso|salário|taxa|remuneração|valor|薪资|薪酬|वेतन",
  start:
    "start|start date|starting|starts|joining|joining date|expected start|expected start date|target start|target start date|availability|beginn|startdatum|starttermin|eintritt|eintrittsdatum|projektstart|date de début|date de démarrage|démarrage|début|disponibilité|inicio|fecha de inicio|incorporación|inizio|data inizio|data di inizio|início|data de início|入职时间|开始日期|प्रारंभ",
  authorisation:
    "visa|visa status|visas|visa type|work authorization|work authorisation|work permit|authorization|eligibility|citizenship|clearance|security clearance|tax terms|tax term|arbeitserlaubnis|aufenthaltstitel|permis de travail|autorisation de travail|permiso de trabajo|permesso di lavoro|autorização de trabalho|签证|वीज़ा",
  experience:
    "experience|total experience|years of experience|experience level|exp|minimum experience|experience required|berufserfahrung|expérience|experiencia|esperienza|experiência|工作经验|अनुभव",
  must: "required skills|required skill|must have|must haves|must have skills|must-have|must-haves|must-have skills|mandatory skills|mandatory|mandatory skill|required|requirements|requirement details|key requirements|qualifications|required qualifications|minimum qualifications|basic qualifications|key skills|primary skills|primary skill|skills|skill set|skillset|skills required|technical skills|top skills|top 3 skills|tech stack|technologies|what you bring|what you need|who you are|your profile|what we are looking for|anforderungen|muss-anforderungen|muss|profil|ihr profil|dein profil|das bringen sie mit|fachliche anforderungen|kenntnisse|compétences|compétences requises|compétences techniques|profil recherché|votre profil|prérequis|requisitos|requisitos imprescindibles|imprescindible|perfil|conocimientos|requisiti|competenze|competenze richieste|requisiti obbligatori|profilo|competências|requisitos obrigatórios|obrigatório|任职要求|必备技能|要求|आवश्यक कौशल|कौशल",
  nice: "nice to have|nice to haves|nice-to-have|nice to have skills|good to have|good to have skills|preferred|preferred skills|preferred qualifications|desired|desired skills|desirable|desirable skills|plus|pluses|bonus|bonus points|optional|optional skills|secondary skills|additional skills|a plus|von vorteil|wünschenswert|kann-anforderungen|kann|idealerweise|nice-to-haves|souhaité|souhaitées|compétences souhaitées|un plus|les plus|apprécié|deseable|deseables|valorable|se valorará|requisitos deseables|gradito|graditi|requisiti preferenziali|costituisce un plus|desejável|desejáveis|diferencial|diferenciais|优先|加分项|वांछनीय",
  duties:
    "responsibilities|key responsibilities|roles and responsibilities|roles & responsibilities|job responsibilities|job description|description|jd|duties|day to day|what you will do|what you'll do|about the role|role description|job summary|summary|overview|about us|about the company|benefits|what we offer|we offer|aufgaben|ihre aufgaben|deine aufgaben|aufgabenbeschreibung|projektbeschreibung|wir bieten|missions|vos missions|description du poste|responsabilités|contexte|funciones|responsabilidades|descripción|ofrecemos|mansioni|responsabilità|attività|descrizione|offriamo|atividades|descrição|oferecemos|职责|岗位职责|कार्य",
};

/** A label with its value. A label that stands alone has its value on the next line, or heads what follows. */
export interface Labelled {
  kind: LabelKind;
  /** The label as it stands there, in small letters. */
  label: string;
  value: string;
  evidence: Evidence;
  /** Index of the line of the label. */
  index: number;
}

const kindOf = new Map<string, LabelKind>(
  (Object.entries(words) as [LabelKind, string][]).flatMap(([kind, list]) =>
    list.split("|").map((label) => [label, kind] as const),
  ),
);

const all = [...kindOf.keys()].sort((a, b) => b.length - a.length).map((label) => label.replace(/[/.]/g, "\\$&"));
const opening = "^[\\s•·●▪➢*#–—-]*(?:\\d{1,2}[.)]\\s*)?|[|;\\t•]\\s*|\\s{3,}|\\)\\s+|,\\s+(?=\\p{Lu})";
const pattern = new RegExp(
  `(?<open>${opening})(?<label>${all.join("|")})\\s*(?:\\([^()]{0,30}\\)\\s*)?(?<mark>[:：=]|\\s[-–—]\\s|\\t+)\\s*`,
  "giu",
);
const alone = new RegExp(
  `^[\\s•·●▪➢*#–—-]*(?<label>${all.join("|")})\\s*(?:\\([^()]{0,40}\\))?\\s*[:：?!]?\\s*$`,
  "iu",
);

/** The label that a line consists of: a heading, or one whose value stands below. */
export function headingKind(line: string): LabelKind | null {
  const label = line.length < 90 ? alone.exec(line)?.groups?.label : undefined;
  return label === undefined ? null : (kindOf.get(label.toLowerCase()) ?? null);
}

/** All labels of a text with their values, in order. Several may stand in one line. */
export function labelledValues(lines: readonly TextLine[]): Labelled[] {
  const found: Labelled[] = [];
  lines.forEach((line, index) => {
    const heading = headingKind(line.text);
    if (heading) {
      const below = lines[index + 1];
      const value = below && !headingKind(below.text) && !startsLabelled(below.text) ? below : null;
      found.push({
        kind: heading,
        label: line.text.toLowerCase(),
        index,
        value: value?.text.trim() ?? "",
        evidence: value
          ? trimmed(value, 0, value.text.length)
          : { line: line.number, at: line.at, length: line.text.length },
      });
      return;
    }
    const matches = [...line.text.matchAll(pattern)];
    matches.forEach((match, at) => {
      const label = match.groups!.label!.toLowerCase();
      const kind = kindOf.get(label);
      if (!kind) return;
      const from = match.index + match[0].length;
      const to = matches[at + 1]?.index ?? line.text.length;
      const evidence = trimmed(line, from, to);
      found.push({
        kind,
        label,
        index,
        value: line.text.slice(evidence.at - line.at, evidence.at - line.at + evidence.length),
        evidence,
      });
    });
  });
  return found;
}

function startsLabelled(line: string): boolean {
  const match = [...line.matchAll(pattern)][0];
  return match !== undefined && line.slice(0, match.index).trim() === "";
}

/** The range of a line without white space and separators at its ends. */
export function trimmed(line: TextLine, from: number, to: number): Evidence {
  const piece = line.text.slice(from, to);
  const lead = /^[\s|;,•·\t–—-]*/.exec(piece)![0].length;
  const body = piece.slice(lead).replace(/[\s|;,•\t]+$/, "");
  return { line: line.number, at: line.at + from + lead, length: body.length };
}
