import { connection } from 'next/server';
import { variants } from '@/domain/evidence/upload';
import { answerFile, noFile, readVariant } from '@/server/evidence/read-file';
import { readPublishedFile } from '@/server/published/evidence-file';

/** A published photo or document. Under its address it never changes, so everyone may keep it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/evidence/[hash]/[variant]'>,
): Promise<Response> {
  await connection();
  const { hash, variant: asked } = await params;
  const variant = variants.find((each) => each === asked);
  const file = variant && (await readPublishedFile(hash));
  const bytes = file && (await readVariant(file, variant));
  return bytes ? answerFile(bytes, hash, variant, 'public, max-age=31536000, immutable') : noFile();
}
