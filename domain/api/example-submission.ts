import type { SubmissionBody, SubmissionStateAnswer } from './submission-body';

// Examples show the form and no fact: nothing in them is taken from a record.
export const exampleSubmission: SubmissionBody = {
  title: 'Progress of a bridge, June',
  changes: [
    {
      kind: 'progress_report',
      slug: 'a-bridge-2026-06-30',
      action: 'add',
      baseVersion: null,
      reasonKind: 'new_report',
      reason: null,
      answer: null,
      content: {
        projectSlug: 'a-bridge',
        kind: 'observation',
        referenceOn: '2026-06-30',
        physicalProgressPercent: 42.5,
        sourceSlug: 'a-bulletin',
        statedBySlug: 'a-ministry',
        obtained: 'found',
        verification: 'reported',
      },
    },
  ],
};

const site = 'https://record.example.org';
const id = '0199a3c2-7d1e-7b34-9c55-1f2e3d4c5b6a';

export const exampleState: SubmissionStateAnswer = {
  id,
  title: exampleSubmission.title,
  state: 'submitted',
  createdAt: '2026-06-30T08:15:00.000Z',
  submittedAt: '2026-06-30T08:15:00.000Z',
  decidedAt: null,
  decisionNote: null,
  changes: [{ kind: 'progress_report', slug: 'a-bridge-2026-06-30', action: 'add', publishedVersion: null }],
  href: `${site}/api/v1/submissions/${id}`,
  page: `${site}/en/workspace/submissions/${id}`,
};
