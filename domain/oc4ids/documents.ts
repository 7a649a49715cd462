import { evidencePath } from '../evidence/upload';
import { plainAddress } from './address';
import { type JsonObject, known } from './json';
import { documentOfSource, own, ownDates, recordId } from './own';
import { momentOf } from './period';
import type { Publishing } from './publishing';
import type { ToldEvidence, ToldProject, ToldSource } from './told';

/** Every source that something said of the project cites, once, and the photos and documents that we hold of it. */
export function documentsOf(project: ToldProject, publishing: Publishing): readonly JsonObject[] {
  const sources = new Map(
    [...statementsOf(project).flatMap(({ source }) => source ?? []), ...project.furtherSources].map((source) => [
      source.slug,
      source,
    ]),
  );
  // Two sources may list the same file.
  const evidence = new Map(project.evidence.toReversed().map((one) => [one.hash, one]));
  return [
    ...[...sources.values()].map((source) => documentOf(source, publishing)),
    ...[...evidence.values()].map((one) => documentOfEvidence(one, publishing)),
  ];
}

function statementsOf(project: ToldProject): readonly { readonly source: ToldSource | null }[] {
  const { reports, money, contracts, milestones, disagreements } = project;
  return [
    ...[project, ...reports, ...milestones, ...money, ...contracts].map(({ statement }) => statement),
    ...disagreements.flatMap(({ claims, statements }) => [...claims, ...statements]),
  ];
}

function documentOf(source: ToldSource, publishing: Publishing): JsonObject {
  return known({
    id: documentOfSource(source.slug),
    title: source.title,
    url: source.url && plainAddress(source.url),
    datePublished: momentOf(source.publishedOn, publishing),
    language: source.language,
    author: source.publisher,
    ...own({ dates: ownDates({ datePublished: source.publishedOn }), isRecalled: source.isRecalled || null }),
  });
}

function documentOfEvidence(evidence: ToldEvidence, publishing: Publishing): JsonObject {
  const { hash, isPhoto, takenOn } = evidence;
  return known({
    id: recordId('evidence', hash),
    documentType: isPhoto ? 'illustration' : null,
    title: evidence.caption,
    url: `${publishing.baseUrl}${evidencePath(hash, isPhoto ? 'large.jpg' : 'document.pdf')}`,
    format: isPhoto ? 'image/jpeg' : 'application/pdf',
    ...own({ sha256: hash, source: documentOfSource(evidence.source), dates: ownDates({ takenOn }) }),
  });
}
