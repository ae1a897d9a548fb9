/** Where the preview copy of a document of a tailoring is fetched; a changed plan or another resume is another address. */
export const previewAddress = (
  organisation: string,
  { submissionId, resume, version }: { submissionId: string; resume: { id: string }; version: number },
  which: string,
): string => `/api/tailoring/${organisation}/${submissionId}/preview/${which}?v=${resume.id}.${version}`;

/** What a tailoring shows first: the resume with its points, or as it is where nothing is planned. */
export const shownFirst = ({ plan }: { plan: unknown }): "draft" | "original" => (plan === null ? "original" : "draft");
