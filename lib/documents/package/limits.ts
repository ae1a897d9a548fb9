/** Limits on an uploaded file. Sizes in bytes. */
export interface PackageLimits {
  /** The file as uploaded. */
  fileSize: number;
  /** Entries of the ZIP. */
  entries: number;
  /** All entries together, unpacked. */
  inflatedTotal: number;
  /** A single XML part, unpacked: its tokens take several times its size. */
  xmlPart: number;
  /** Unpacked divided by packed, for a single entry larger than {@link ratioFrom}. */
  ratio: number;
  /** Small entries may be packed densely (an empty style part compresses 1:200 without harm). */
  ratioFrom: number;
  /** Depth of elements in an XML part. */
  depth: number;
  /** Tags and texts of an XML part: each takes about 100 bytes of memory. */
  tokens: number;
  pdfPages: number;
}

/** Generous for a resume. Blank embedded objects of 1 MB compress 1:1000 in honest files, so the ratio counts from 8 MB only. */
export const PACKAGE_LIMITS: PackageLimits = {
  fileSize: 20 * 1024 * 1024,
  entries: 2000,
  inflatedTotal: 120 * 1024 * 1024,
  xmlPart: 16 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 8 * 1024 * 1024,
  depth: 400,
  tokens: 250_000,
  pdfPages: 60,
};
