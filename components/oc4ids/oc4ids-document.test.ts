import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { absentKinds, derived, mappedKinds, namedKinds } from '@/domain/oc4ids/mapping';
import messages from '@/messages/en.json';
import { addresses, addressNames } from './addresses';
import { mappingRows } from './mapping-rows';

const t = createTranslator({ locale: 'en', messages }) as (key: string, values?: Record<string, string>) => string; // any key, not only known ones

const code = (paths: readonly string[]) => paths.map((path) => `\`${path}\``).join('<br>');
const paragraphs = (section: string, parts: readonly string[]) =>
  parts.flatMap((part) => [t(`oc4ids.page.${section}.${part}`), '']);

/** The document that docs/ holds: the same words as the page, from the table that the code is held to. */
function document(): string {
  return [
    `# ${t('oc4ids.page.title')}`,
    '',
    'Written from `domain/oc4ids/mapping.ts` and `messages/en.json` (a test keeps it equal; `npx vitest run components/oc4ids -u` writes it anew); another test holds that table to what the code makes.',
    '',
    t('oc4ids.page.standfirst'),
    '',
    `## ${t('oc4ids.page.what.title')}`,
    '',
    ...paragraphs('what', ['standard', 'package', 'identifiers', 'dates', 'validated']),
    `## ${t('oc4ids.page.addresses.title')}`,
    '',
    ...addressNames.map((name) => `- \`${addresses[name]}\`: ${t(`oc4ids.page.addresses.${name}`)}`),
    '',
    t('oc4ids.page.addresses.empty'),
    '',
    `## ${t('oc4ids.page.ours.title')}`,
    '',
    ...paragraphs('ours', ['object', 'statement', 'dates', 'money', 'rivals', 'withheld']),
    `## ${t('oc4ids.page.mapping.title')}`,
    '',
    t('oc4ids.page.mapping.intro'),
    '',
    ...mappedKinds.flatMap((kind) => [
      `### ${t(`record.${kind}.name`)}`,
      '',
      `| ${t('oc4ids.page.mapping.field')} | ${t('oc4ids.page.mapping.standard')} | ${t('oc4ids.page.mapping.ours')} |`,
      '| --- | --- | --- |',
      ...mappingRows(kind, t).map(
        ({ label, standard, ours, absent }) => `| ${label} | ${absent ?? code(standard)} | ${code(ours)} |`,
      ),
      '',
    ]),
    `## ${t('oc4ids.page.derived.title')}`,
    '',
    `| ${t('oc4ids.page.derived.path')} | ${t('oc4ids.page.derived.meaning')} |`,
    '| --- | --- |',
    ...Object.entries(derived).map(([name, paths]) => `| ${code(paths)} | ${t(`oc4ids.derived.${name}`)} |`),
    '',
    `## ${t('oc4ids.page.absent.title')}`,
    '',
    t('oc4ids.page.absent.intro'),
    '',
    ...[...absentKinds, ...namedKinds].map(
      (kind) => `- ${t(`record.${kind}.name`)}: ${t(`oc4ids.absentKinds.${kind}`)}`,
    ),
    '',
    ...paragraphs('absent', ['standard']),
  ].join('\n');
}

test('docs/oc4ids.md says where everything stands', async () => {
  await expect(document()).toMatchFileSnapshot('../../docs/oc4ids.md');
});
