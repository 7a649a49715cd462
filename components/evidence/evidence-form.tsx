import { useTranslations } from 'next-intl';
import { Button } from '@/components/controls/button';
import { ErrorSummary } from '@/components/controls/error-summary';
import { described, FieldFrame, SelectField, TextField } from '@/components/controls/field';
import forms from '@/components/forms/forms.module.css';
import { documentType, draftEvidencePath, mostMegapixels, photoTypes, uploadAddress } from '@/domain/evidence/upload';
import { pairSides } from '@/domain/vocabulary';

export interface EvidenceFormProps {
  readonly locale: string;
  readonly source: string;
  readonly submission: string | null;
  /** The file that came with an earlier sending, whose words were refused. */
  readonly kept: { readonly hash: string; readonly kind: 'photo' | 'document' } | null;
  readonly problem: string | null;
  /** What is wrong with what was typed, by the field. */
  readonly wrong: Readonly<Record<string, readonly string[]>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly needsReason: boolean;
  readonly mostMib: number;
}

/** One photo or document and what goes with it, sent as a whole by the browser itself. */
export function EvidenceForm(props: EvidenceFormProps) {
  const { locale, source, submission, kept, problem, typed } = props;
  const t = useTranslations('workspace.evidence');
  const words = useTranslations();
  const errors = props.wrong;
  const field = (name: string) => ({
    name,
    label: words(`record.source.fields.evidence.fields.${name}.label`),
    hint: words(`record.source.fields.evidence.fields.${name}.meaning`),
    error: errors[name]?.join(' ') ?? null,
    defaultValue: typed[name] ?? '',
  });
  const file = {
    name: 'file',
    label: t('file'),
    hint: t('limits', { most: props.mostMib, pixels: mostMegapixels }),
    error: problem,
    isOptional: kept !== null,
  };
  return (
    <form action={uploadAddress} method="post" encType="multipart/form-data" className={forms.form}>
      <ErrorSummary errors={problem ? { ...errors, file: [problem] } : errors} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="source" value={source} />
      {submission && <input type="hidden" name="submission" value={submission} />}
      {kept && (
        <p className={forms.hint}>
          <input type="hidden" name="hash" value={kept.hash} />
          {t('cameBefore')}{' '}
          <a href={draftEvidencePath(kept.hash, kept.kind === 'photo' ? 'small.jpg' : 'document.pdf')}>
            {t('openFile')}
          </a>
        </p>
      )}
      <FieldFrame {...file}>
        <input type="file" accept={[...photoTypes, documentType].join(',')} {...described(file)} />
      </FieldFrame>
      <TextField {...field('caption')} maxLength={500} />
      <TextField {...field('takenOn')} isOptional width="short" placeholder="2026-06-30" />
      {['projectSlug', 'landmarkSlug', 'placeSlug'].map((name) => (
        <TextField
          key={name}
          {...field(name)}
          hint={`${words(`record.source.fields.evidence.fields.${name}.meaning`)} ${t('identifierHint')}`}
          isOptional
          width="medium"
          spellCheck={false}
        />
      ))}
      <TextField {...field('pair')} isOptional width="medium" />
      <SelectField
        {...field('side')}
        isOptional
        emptyLabel={t('noSide')}
        options={pairSides.map((value) => ({ value, label: words(`vocabulary.pairSides.${value}`) }))}
      />
      {props.needsReason && (
        <TextField
          name="reason"
          label={words('workspace.form.reason')}
          hint={words('workspace.form.reasonHint')}
          error={errors.reason?.join(' ') ?? null}
          defaultValue={typed.reason ?? ''}
          maxLength={500}
        />
      )}
      <Button>{t('send')}</Button>
    </form>
  );
}
