import { evidencePath, longestSide } from '@/domain/evidence/upload';

export interface PhotoProps {
  readonly hash: string;
  /** What it shows; read out to who cannot see it. */
  readonly caption: string;
  /** Of the larger variant, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly sizes: string;
  readonly className?: string;
}

/** A photo in the width that the reader's screen needs. The bytes are served as they are: there is nothing to optimise. */
export function Photo({ hash, caption, width, height, sizes, className }: PhotoProps) {
  const narrow = Math.max(1, Math.round(width * Math.min(1, longestSide.small / Math.max(width, height))));
  const [small, large] = [evidencePath(hash, 'small.jpg'), evidencePath(hash, 'large.jpg')];
  return (
    // eslint-disable-next-line @next/next/no-img-element
    <img
      src={small}
      srcSet={`${small} ${narrow}w, ${large} ${width}w`}
      sizes={sizes}
      width={width}
      height={height}
      alt={caption}
      loading="lazy"
      decoding="async"
      className={className}
    />
  );
}
