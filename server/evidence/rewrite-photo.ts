import sharp from 'sharp';
import { longestSide, mostMegapixels, refusedUpload, type UploadRefused } from '@/domain/evidence/upload';
import { accept, refuse, type Result } from '@/domain/result';

// Programs that read other formats are not even tried: several have been broken into by a picture.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
sharp.concurrency(1);
sharp.cache(false);

export interface RewrittenPhoto {
  readonly large: Buffer;
  readonly small: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * The pixels of a photo as two new JPEG files, upright and in sRGB, and nothing else of it: no place, camera, date, name,
 * thumbnail or colour profile.
 */
export async function rewritePhoto(bytes: Buffer): Promise<Result<RewrittenPhoto, UploadRefused>> {
  try {
    // Only the head of the file is read here: a picture that unpacks to more is refused before it is unpacked.
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const megapixels = Math.ceil((width * height * pages) / 1_000_000);
    if (pages > 1) return refuse(refusedUpload('animated'));
    if (width * height > mostMegapixels * 1_000_000) {
      return refuse(refusedUpload('too-many-pixels', megapixels, mostMegapixels));
    }
    const large = await drawn(bytes, longestSide.large);
    const small = await drawn(large.data, longestSide.small);
    return accept({ large: large.data, small: small.data, width: large.info.width, height: large.info.height });
  } catch {
    // What the library says quotes the file; what there is to do is the same.
    return refuse(refusedUpload('damaged'));
  }
}

async function drawn(bytes: Buffer, side: number) {
  const image = sharp(bytes, { limitInputPixels: mostMegapixels * 1_000_000, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: 30 })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82, progressive: true, mozjpeg: true });
  const made = await image.toBuffer({ resolveWithObject: true });
  const { exif, xmp, iptc, icc } = await sharp(made.data).metadata();
  if (exif ?? xmp ?? iptc ?? icc) throw new Error('A photo was made with something of the old one in it');
  return made;
}
