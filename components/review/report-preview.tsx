import { useTranslations } from 'next-intl';
import { Figure } from '@/components/figures/figure';
import { statedDate, statedMoney, type Provenance, type StatedValue } from '@/components/figures/stated-value';
import { Stack } from '@/components/layout/page';
import { readDateSpan } from '@/domain/calendar';
import { qualifiers, verifications } from '@/domain/vocabulary';
import { codeOf, recordLabel, type ContentWords } from './content-words';

export interface ReportPreviewProps {
  /** A report as typed: any field may be missing or unreadable. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly words: ContentWords;
}

/** The figures of a report as the public will see them, drawn by the same component. */
export function ReportPreview({ content, words }: ReportPreviewProps) {
  const t = useTranslations();
  const provenance = provenanceOf(content, words);
  const figures: { readonly label: string; readonly value: StatedValue }[] = [];

  const percent = content.physicalProgressPercent;
  if (typeof percent === 'number') {
    figures.push({
      label: t('record.progress_report.fields.physicalProgressPercent.label'),
      value: { kind: 'percent', value: percent },
    });
  }
  for (const { measure, quantity, qualifier } of rowsIn(content.quantities)) {
    const code = typeof measure === 'string' ? codeOf(words, 'measure', measure) : undefined;
    if (typeof quantity !== 'number') continue;
    figures.push({
      label: code?.label ?? t('record.progress_report.fields.quantities.label'),
      value: {
        kind: 'number',
        value: quantity,
        unit: code?.unit ?? null,
        qualifier: qualifiers.find((each) => each === qualifier) ?? null,
      },
    });
  }
  if (/^\d+$/.test(textIn(content.spentMinorUnits))) {
    figures.push({
      label: t('record.progress_report.fields.spentMinorUnits.label'),
      value: statedMoney(BigInt(textIn(content.spentMinorUnits)), textIn(content.currency)),
    });
  }
  const promised = readDateSpan(textIn(content.promisedEndOn));
  if (promised.ok)
    figures.push({ label: t('record.progress_report.fields.promisedEndOn.label'), value: statedDate(promised.value) });

  const [status, narrative] = [textIn(content.status), textIn(content.narrative)];
  if (figures.length === 0 && !narrative && !status) return <p>{t('workspace.report.previewEmpty')}</p>;
  return (
    <Stack>
      {t.has(`vocabulary.projectStatuses.${status || '-'}`) && <p>{t(`vocabulary.projectStatuses.${status}`)}</p>}
      {figures.map(({ label, value }, position) => (
        <Figure key={position} label={label} value={value} provenance={provenance} />
      ))}
      {narrative && <p>{narrative}</p>}
    </Stack>
  );
}

function provenanceOf(content: ReportPreviewProps['content'], words: ContentWords): Provenance {
  const reference = readDateSpan(textIn(content.referenceOn));
  const [statedBy, source] = [textIn(content.statedBySlug), textIn(content.sourceSlug)];
  return {
    referenceDate: reference.ok ? reference.value : null,
    statedBy: statedBy ? recordLabel(words, 'organisation', statedBy) : null,
    reportedBy: textIn(content.reportedBy) || null,
    verification: verifications.find((each) => each === content.verification) ?? null,
    sources: source
      ? [{ title: recordLabel(words, 'source', source), isRecalled: content.obtained === 'recalled' }]
      : [],
    note: textIn(content.note) || null,
  };
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const rowsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value : []);
