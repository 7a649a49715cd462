/** The facts of a file that is kept as evidence. */
export interface StoredFile {
  readonly hash: string;
  readonly kind: 'photo' | 'document';
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
}

type Row = Omit<StoredFile, 'kind'> & { readonly mediaType: string };

export const storedFileOf = ({ hash, mediaType, bytes, width, height, pages }: Row): StoredFile => ({
  hash,
  kind: mediaType.startsWith('image/') ? 'photo' : 'document',
  bytes,
  width,
  height,
  pages,
});
