/**
 * What is asked of the record as a whole: how much of it is filled in, how far its figures are verified, how old the last word
 * on each project and of each organisation is, and which figures sources still dispute.
 */
export const qualityMeasures = [
  'completeness',
  'verification',
  'project_report',
  'organisation_report',
  'contradiction',
] as const;
export type QualityMeasure = (typeof qualityMeasures)[number];

/** Statuses of works that go on or are to come: of what is done or given up nobody has to report any more. */
export const reportedOn = ['proposed', 'planned', 'underway'] as const;
