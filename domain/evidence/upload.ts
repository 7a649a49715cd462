/** What is taken in as evidence, and how each is served. Everything else is refused, whatever its name says. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const documentType = 'application/pdf';

/** The same photo in two widths; a document in one. Each variant is the end of its address. */
export const variants = ['large.jpg', 'small.jpg', 'document.pdf'] as const;
export type Variant = (typeof variants)[number];

export const mediaTypeOf: Readonly<Record<Variant, string>> = {
  'large.jpg': 'image/jpeg',
  'small.jpg': 'image/jpeg',
  'document.pdf': documentType,
};

/** The longer side of a photo as it is served, in pixels. Smaller photos stay as they are. */
export const longestSide = { large: 1600, small: 480 } as const;

/** Forty million pixels are 120 MB while a photo is read; a phone takes twelve. */
export const mostMegapixels = 40;

/** Pages of a document. */
export const mostPages = 1000;

/** Why a file is not taken in. Each has a sentence in `messages/` (`problem.upload-refused-because.<reason>`) that says what to do. */
export const uploadRefusals = [
  'empty',
  'too-large',
  'format',
  'not-recognised',
  'two-in-one',
  'damaged',
  'too-many-pixels',
  'animated',
  'encrypted',
  'form',
  'active',
  'too-complex',
  'made-anew-before',
  'busy',
  'quota',
] as const;
export type UploadRefusal = (typeof uploadRefusals)[number];

export interface UploadRefused {
  readonly kind: 'upload-refused';
  readonly because: UploadRefusal;
  /** What was found, and the most there may be, where the sentence says so. */
  readonly found: string;
  readonly most: string;
}

export const storeFailures = ['full', 'no-answer'] as const;
export type StoreFailure = (typeof storeFailures)[number];

/**
 * A file that was right and could not be kept: the store is full, or does not answer. Nothing of it is kept, and the same
 * file can be sent again.
 */
export interface StoreUnavailable {
  readonly kind: 'store-unavailable';
  readonly because: StoreFailure;
}

export const refusedUpload = (
  because: UploadRefusal,
  found: string | number = '',
  most: string | number = '',
): UploadRefused => ({
  kind: 'upload-refused',
  because,
  found: String(found),
  most: String(most),
});

/** Where files are taken in, and below it those of submissions are seen by who may see the submission. */
export const uploadAddress = '/api/workspace/evidence';
export const draftEvidencePath = (hash: string, variant: Variant): string => `${uploadAddress}/${hash}/${variant}`;

/** The address of a file as the public reads it. */
export const evidencePath = (hash: string, variant: Variant): string => `/evidence/${hash}/${variant}`;
