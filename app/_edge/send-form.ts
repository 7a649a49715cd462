import { getLocale, getTranslations } from 'next-intl/server';
import type { FormAnswer, FormRefusal, TypedForm } from '@/components/forms/form-state';
import type { FormWords } from '@/components/forms/form-spec';
import type { Actor } from '@/domain/permission';
import type { ChangeFindings, Problem } from '@/domain/problem';
import type { Result } from '@/domain/result';
import type { ProposedChange } from '@/domain/submission/change';
import { saveDraft, type SavedDraft } from '@/server/commands/save-draft';
import { submit } from '@/server/commands/submit';
import { readDraftChanges, readSubmissionByKey } from '@/server/workspace/read-submission';
import { titleOf } from '@/domain/form/title-of';
import { labelsFor } from './content-words';
import { findingSentences } from './finding-sentences';
import { meanwhileIn } from './meanwhile';
import { ownedWithdrawals } from './owned-withdrawals';
import { problemSentence } from './problem-sentence';
import { mergeChanges, type TypedChange, typedChanges } from './typed-form';

/** Keeps what was typed as a draft and, when asked to, hands it in. Everything that is refused comes back as sentences. */
export async function sendForm(actor: Actor, typed: TypedForm): Promise<FormAnswer> {
  const locale = await getLocale();
  const words: FormWords = await getTranslations();
  const changes = typedChanges(typed);
  const answers = new Answers(actor, locale, words, changes);
  if (changes.some(({ findings }) => findings.some(({ path }) => path === 'slug'))) return answers.formFindings();

  const withOwned = [...changes, ...(await ownedWithdrawals(actor, typed, changes))];
  const saved = await keepDraft(actor, locale, words, typed, withOwned);
  if (!saved.ok) return answers.problem(saved.problem, await submittedBefore(actor, typed));
  answers.kept = saved.value;
  const done: FormAnswer = { kind: 'done', goTo: `/${locale}/workspace/submissions/${saved.value.submissionId}` };
  if (typed.intent === 'save') return done;
  if (changes.some(({ findings }) => findings.length > 0)) return answers.formFindings();

  const submitted = await submit(actor, {
    submissionId: saved.value.submissionId,
    expectedRowVersion: saved.value.rowVersion,
  });
  if (submitted.ok) return done;
  // The answer to the first sending was lost on its way: it had arrived.
  if (submitted.problem.kind === 'step-not-open' && submitted.problem.from === 'submitted') return done;
  return answers.problem(submitted.problem, null);
}

async function keepDraft(
  actor: Actor,
  locale: string,
  words: FormWords,
  typed: TypedForm,
  changes: readonly TypedChange[],
): Promise<Result<SavedDraft, Problem>> {
  const proposed = changes.map(({ change }) => change);
  if (typed.submissionId !== null)
    return keepInDraft(actor, locale, words, { ...typed, submissionId: typed.submissionId }, changes);

  const title = await titleFor(actor, locale, words, proposed);
  const saved = await saveDraft(actor, { title, changes: proposed, idempotencyKey: typed.idempotencyKey });
  if (saved.ok || saved.problem.kind !== 'key-of-other-content') return saved;
  // Sent before, its answer was lost, and more was typed since: it is the same draft, as far as it still is one.
  const before = await readSubmissionByKey(actor, typed.idempotencyKey);
  if (!before || before.state !== 'draft') return saved;
  return saveDraft(actor, { submissionId: before.id, expectedRowVersion: before.rowVersion, title, changes: proposed });
}

async function keepInDraft(
  actor: Actor,
  locale: string,
  words: FormWords,
  typed: TypedForm & { readonly submissionId: string },
  changes: readonly TypedChange[],
): Promise<Result<SavedDraft, Problem>> {
  const existing = await readDraftChanges(actor, typed.submissionId);
  if (!existing.ok) return existing;
  const merged = mergeChanges(existing.value.changes, changes, typed.removed);
  return saveDraft(actor, {
    submissionId: typed.submissionId,
    ...(typed.rowVersion === null ? {} : { expectedRowVersion: typed.rowVersion }),
    title: await titleFor(actor, locale, words, merged),
    changes: merged,
  });
}

/** What lists call a change set: its first record, and how many more. */
export async function titleFor(
  actor: Actor,
  locale: string,
  words: FormWords,
  changes: readonly ProposedChange[],
): Promise<string> {
  const [first] = changes;
  if (!first) return words('workspace.submission.empty');
  const labels = await labelsFor(actor, locale, [first, ...changes.slice(1, 20)]);
  const title = words('workspace.submission.title', {
    kind: words(`record.${first.kind}.name`),
    title: titleOf(first, labels),
  });
  return changes.length === 1 ? title : words('workspace.submission.titleMore', { title, more: changes.length - 1 });
}

async function submittedBefore(actor: Actor, typed: TypedForm): Promise<string | null> {
  return typed.submissionId ?? (await readSubmissionByKey(actor, typed.idempotencyKey))?.id ?? null;
}

/** Turns refusals into what the form shows, record by record in the order in which they were sent. */
class Answers {
  kept: SavedDraft | null = null;

  constructor(
    private readonly actor: Actor,
    private readonly locale: string,
    private readonly words: FormWords,
    private readonly changes: readonly TypedChange[],
  ) {}

  formFindings(): FormRefusal {
    return this.refusal(this.words('problem.invalid-form'), ({ change }) =>
      findingSentences(change.kind, this.findingsOf(change), this.words),
    );
  }

  async problem(problem: Problem, elsewhere: string | null): Promise<FormRefusal> {
    const found = problem.kind === 'invalid-changes' ? problem.changes : [];
    const others = found.filter(
      ({ recordKind, slug }) => !this.changes.some(({ change }) => change.kind === recordKind && change.slug === slug),
    );
    const refused = this.refusal(problemSentence(problem, this.words, await this.titlesOf(problem)), ({ change }) =>
      findingSentences(change.kind, [...findingsFor(found, change), ...this.findingsOf(change)], this.words),
    );
    const submissionId = elsewhere ?? (others.length > 0 ? this.kept?.submissionId : null);
    return {
      ...refused,
      ...(submissionId
        ? {
            link: {
              href: `/${this.locale}/workspace/submissions/${submissionId}`,
              label: this.words('workspace.form.toSubmission'),
            },
          }
        : {}),
      ...(problem.kind === 'stale-records'
        ? {
            meanwhile: await meanwhileIn(
              this.actor,
              this.locale,
              problem.records,
              this.changes.map(({ change }) => change),
            ),
          }
        : {}),
    };
  }

  private async titlesOf(problem: Problem): Promise<readonly string[]> {
    if (problem.kind !== 'stale-records') return [];
    const stale = problem.records.map(({ recordKind: kind, slug }) => ({ kind, slug, content: null }));
    const labels = await labelsFor(this.actor, this.locale, stale);
    return stale.map((record) => titleOf(record, labels));
  }

  private findingsOf(change: ProposedChange) {
    return this.changes.find((each) => each.change === change)?.findings ?? [];
  }

  private refusal(message: string, findings: (typed: TypedChange) => FormRefusal['findings'][number]): FormRefusal {
    return {
      kind: 'refused',
      message,
      findings: this.changes.map(findings),
      ...(this.kept ? { kept: { ...this.kept, slugs: this.changes.map(({ change }) => change.slug) } } : {}),
    };
  }
}

const findingsFor = (found: readonly ChangeFindings[], { kind, slug }: ProposedChange) =>
  found.filter((each) => each.recordKind === kind && each.slug === slug).flatMap(({ findings }) => findings);
