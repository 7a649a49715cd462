import { variants } from '@/domain/evidence/upload';
import { answerFile, noFile, readVariant } from '@/server/evidence/read-file';
import { currentActor } from '@/server/session';
import { readFileFor } from '@/server/workspace/evidence-file';

/** A photo or document of a submission, for those who may see the submission. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/workspace/evidence/[hash]/[variant]'>,
): Promise<Response> {
  const [actor, { hash, variant: asked }] = [await currentActor(), await params];
  const variant = variants.find((each) => each === asked);
  const file = actor && variant && (await readFileFor(actor, hash));
  const bytes = file && (await readVariant(file, variant));
  return bytes && variant ? answerFile(bytes, hash, variant, 'private, no-store') : noFile();
}
