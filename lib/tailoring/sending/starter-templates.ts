/** The letters with which an organisation begins. */
export const starterTemplates = [
  {
    name: "First letter to the vendor",
    subject: "{{candidate.name}} for {{requirement.title}}",
    body: `Hello {{recipient.firstName}},

{{candidate.name}} fits your search for a {{requirement.title}} at {{requirement.client}}. Of what you ask for, this is what {{candidate.firstName}} brings: {{skills}}.

The resume is attached. When would be a good time for a first conversation?

Kind regards
{{recruiter.name}}
{{organisation.name}}`,
    followUpDays: "3",
  },
  {
    name: "With rate and start",
    subject: "{{requirement.title}}: {{candidate.name}}",
    body: `Hello {{recipient.firstName}},

attached is the resume of {{candidate.name}} for {{requirement.title}}.

Skills: {{skills}}
Rate: {{rate}}
Start: {{start}}

I look forward to hearing what you think.

Kind regards
{{recruiter.name}}, {{recruiter.phone}}`,
    followUpDays: "3",
  },
  {
    name: "Short",
    subject: "Resume of {{candidate.name}}",
    body: `Hello {{recipient.firstName}},

as discussed, here is the resume of {{candidate.name}} for {{requirement.title}}.

Kind regards
{{recruiter.name}}`,
    followUpDays: "5",
  },
  {
    name: "Several candidates",
    subject: "{{requirement.title}}: {{candidates.count}} candidates",
    body: `Hello {{recipient.firstName}},

for your search for a {{requirement.title}} these candidates fit:

{{candidates.list}}

Their resumes are attached. Whom would you like to meet first?

Kind regards
{{recruiter.name}}
{{organisation.name}}`,
    followUpDays: "3",
  },
] as const;
